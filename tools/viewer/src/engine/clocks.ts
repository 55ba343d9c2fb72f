// Clock times of acts: of two that differ on one day there is none on which both were
// (graph/query/span_search.cpp).

import type { RowRecord } from './data';
import type { Piece } from './together';
import { isAct } from './verdict';

/** An instant where the offset is known, else what the clock showed; in seconds of the day that is named. */
export interface Clock {
  isInstant: boolean;
  seconds: number; // from 1970 on
}

/** The time that an act on one day is dated to. */
export function clockOf(when: string | undefined, row: RowRecord): Clock | undefined {
  const found = /^[^/\[{]*T(\d\d):(\d\d)(?::(\d\d))?(Z|([+-])(\d\d)(?::?(\d\d))?)?$/.exec(when ?? '');
  if (!found || !Array.isArray(row) || !isAct(row)) return undefined;
  const [, hours, minutes, seconds, offset, sign, offsetHours, offsetMinutes] = found;
  const east = sign ? (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes ?? 0)) : 0;
  const shown = row[1]! * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return { isInstant: offset !== undefined, seconds: shown - east * 60 };
}

const isSame = (a: Clock, b: Clock): boolean => a.isInstant === b.isInstant && a.seconds === b.seconds;

/** What may be chosen beside an act at one time of one day: whatever holds that day but acts at another time. */
function beside(legs: Piece[][], time: Clock, day: number, certain: boolean): Piece[][] {
  return legs.map((leg) => leg.flatMap((piece): Piece[] => {
    const { clock, bounds } = piece;
    if (clock && isSame(clock, time)) return [{ ...piece, bounds: [day, day, day, day] }];
    if (bounds[0] > day || bounds[3] < day) return [];
    if (clock && (certain || clock.isInstant === time.isInstant)) return [];
    return certain && piece.isAct && !clock ? [] : [piece];
  }));
}

/** The ways to choose pieces: none with a clock time, or those that agree with one time. */
export function timesApart(legs: Piece[][], certain: boolean): Piece[][][] {
  const timed = legs.flat().filter(({ clock }) => clock);
  return [
    legs.map((leg) => leg.filter(({ clock }) => !clock)),
    ...timed.map(({ clock, bounds }) => beside(legs, clock!, bounds[0], certain)),
  ];
}
