#include <future>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <entente/text/fold.hpp>

namespace entente {
namespace {

TEST(Fold, LowersAsciiAndSqueezesItsSpaces) {
  EXPECT_EQ(fold("Fumio  KISHIDA "), "fumio kishida");
  EXPECT_EQ(fold("\tJapan\r\nNATO"), "japan nato");
  EXPECT_EQ(fold(" \n "), "");
}

TEST(Fold, UnifiesWidth) {
  EXPECT_EQ(fold("Ｋｉｓｈｉｄａ"), "kishida");
  EXPECT_EQ(fold("ｷｼﾀﾞ"), "キシダ");
  EXPECT_EQ(fold("岸田　文雄"), "岸田 文雄");
}

TEST(Fold, UnifiesCaseBeyondAscii) {
  EXPECT_EQ(fold("ÉLYSÉE"), fold("élysée"));
  EXPECT_EQ(fold("STRASSE"), fold("Straße"));
  EXPECT_EQ(fold("ΣΊΣΥΦΟΣ"), fold("σίσυφος"));
}

TEST(Fold, UnifiesComposedAndDecomposedForms) {
  EXPECT_EQ(fold("e\u0301"), fold("é"));
  EXPECT_EQ(fold("か\u3099"), "が");
  EXPECT_EQ(fold("\u1112\u1161\u11AB"), "한");
}

TEST(Fold, DropsInvisibleCharacters) {
  EXPECT_EQ(fold("NA\u200BTO\uFEFF"), "nato");
  EXPECT_EQ(fold("葛\U000E0100城"), fold("葛城"));
}

TEST(Fold, KeepsAccentsAndPunctuation) {
  EXPECT_NE(fold("Élysée"), fold("Elysee"));
  EXPECT_NE(fold("Japan-NATO"), fold("Japan NATO"));
}

TEST(Fold, ReplacesMalformedBytes) {
  EXPECT_EQ(fold("a\xFF"), "a\uFFFD");
  EXPECT_EQ(fold("\xEF\xBB\uFEFF\x8B"), "\uFFFD\uFFFD");
}

// Written in Japanese, in traditional and in simplified Chinese.
const std::vector<std::vector<const char*>> names_in_three_scripts{
    {"国際", "國際", "国际"},
    {"沢", "澤", "泽"},
    {"台湾", "臺灣", "台湾"},
    {"画", "畫", "画"},
    {"広島", "廣島", "广岛"},
    {"沖縄", "沖繩", "冲绳"},
    {"斎藤", "齋藤", "斋藤"},
    {"渡辺", "渡邊", "渡边"},
    {"大連", "大連", "大连"},  // jp2t takes 連 to 聯
    {"国際連盟", "國際聯盟", "国际联盟"},
    {"緒方貞子", "緒方貞子", "绪方贞子"},
    {"弁護士", "辯護士", "辩护士"},  // by a phrase of jp2t
    {"計画", "計畫", "计划"},        // by a phrase of t2s
    {"丁寧", "丁寧", "丁宁"},        // which jp2t takes to 叮嚀
    {"講和会議", "講和會議", "讲和会议"},
    {"尹錫悦", "尹錫悅", "尹锡悦"},
};

TEST(Fold, BringsThreeScriptsToOneForm) {
  for (const auto& name : names_in_three_scripts) {
    EXPECT_EQ(fold(name[0]), fold(name[2])) << name[0];
    EXPECT_EQ(fold(name[1]), fold(name[2])) << name[1];
  }
}

/// Characters in Japanese, traditional or old writing, each with the simplified one.
constexpr std::string_view character_pairs =
    "剝剥 噓嘘 繫系 繋系 麵面 麺面 曽曾 痩瘦 遡溯 餌饵 餅饼 箋笺 賭赌 謎谜 遜逊 僅仅 "
    "氾泛 亀龟 闘斗 闇暗 傑杰 渋涩 滝泷 竜龙 巌岩 嶽岳 檜桧 蛍萤 渓溪 鶏鸡 頼赖 瀬濑 "
    "拝拜 恵惠 穂穗 亜亚 悪恶 圧压 囲围 為为 壱壹 隠隐 栄荣 営营 衛卫 駅驿 円圆 塩盐 "
    "縁缘 応应 桜樱 穏稳 仮假 価价 禍祸 絵绘 壊坏 懐怀 拡扩 殻壳 覚觉 楽乐 渇渴 缶罐 "
    "巻卷 陥陷 勧劝 寛宽 漢汉 関关 歓欢 観观 気气 帰归 偽伪 戯戏 犠牺 拠据 挙举 郷乡 "
    "響响 暁晓 謹谨 駆驱 勲勋 薫薰 掲揭 経经 軽轻 継继 芸艺 撃击 欠缺 県县 倹俭 剣剑 "
    "険险 圏圈 検检 権权 顕显 験验 厳严 広广 効效 黒黑 穀谷 砕碎 済济 斎斋 剤剂 殺杀 "
    "雑杂 桟栈 賛赞 糸丝 視视 歯齿 児儿 実实 釈释 収收 従从 獣兽 縦纵 粛肃 処处 緒绪 "
    "諸诸 奨奖 渉涉 焼烧 証证 乗乘 浄净 剰剩 畳叠 縄绳 壌壤 嬢娘 譲让 醸酿 図图 粋粹 "
    "酔醉 髄髓 斉齐 摂摄 節节 専专 戦战 銭钱 繊纤 荘庄 捜搜 挿插 巣巢 層层 総总 騒骚 "
    "増增 蔵藏 贈赠 臓脏 続续 対对 帯带 択择 沢泽 単单 嘆叹 団团 弾弹 遅迟 鋳铸 庁厅 "
    "徴征 懲惩 勅敕 鎮镇 塚冢 逓递 鉄铁 転转 伝传 稲稻 徳德 読读 難难 弐贰 悩恼 脳脑 "
    "覇霸 廃废 売卖 発发 髪发 抜拔 晩晚 浜滨 賓宾 頻频 払拂 仏佛 併并 並并 塀屏 辺边 "
    "変变 歩步 豊丰 毎每 満满 黙默 訳译 薬药 揺摇 様样 謡谣 覧览 欄栏 虜虏 両两 猟猎 "
    "緑绿 涙泪 塁垒 類类 戻戾 霊灵 齢龄 暦历 歴历 練练 錬炼 労劳 録录 凜凛 禎祯 穣穰 "
    "鴎鸥 鷗鸥 壷壶 嚙啮 噛啮 蝋蜡 蠟蜡 攪搅 撹搅 籠笼 篭笼 頸颈 頚颈 蔣蒋 醬酱 醤酱 "
    "屛屏 瀆渎 繡绣 繍绣 萊莱 禱祷 禰祢 邇迩 黃黄 內内 呂吕 吳吴 呉吴 吿告 娛娱 娯娱 "
    "悅悦 戶户 戸户 敎教 旣既 曆历 柵栅 査查 榮荣 歲岁 歳岁 氣气 減减 溫温 爲为 狀状 "
    "產产 産产 硏研 稅税 絕绝 絶绝 綠绿 緣缘 聽听 聴听 脫脱 莊庄 說说 説说 調调 鄕乡 "
    "銳锐 鋭锐 錄录 閱阅 閲阅 雞鸡 靑青 靜静 顏颜 顔颜 顚颠 顛颠 飮饮 飯饭 駈驱 鬭斗 "
    "黨党 麴曲 麹曲 峯峰 裏里 裡里 羣群 衆众 眾众 線线 綫线 啓启 啟启 牀床 鬱郁 欝郁 "
    "呑吞 姫姬 氷冰 兎兔 強强 彊强 窓窗 牆墙 墻墙 倂并 偸偷 卻却 喩喻 敘叙 癡痴 稱称 "
    "袞衮 竊窃 繰缲 纖纤 纎纤 艦舰 薦荐 觸触 貳贰 軀躯 輛辆 輌辆 週周 銜衔 鋪铺 舗铺 "
    "彫雕 靈灵 館馆 舘馆 鬥斗 麼么 麽么 齊齐 齋斋 盃杯 島岛 渕渊 淵渊 廣广 邊边 濱滨 "
    "橋桥 峩峨 瀨濑 藪薮 鶴鹤 涼凉 祿禄 舩船 冩写 寳宝 眞真 圓圆 會会 晉晋 峽峡 栢柏 "
    "蘆芦 筍笋 滙汇 匯汇 臺台 檯台 颱台 壻婿 聟婿 竝并 兩两 詠咏 僊仙 脣唇 恥耻 鴈雁 "
    "貓猫 豬猪 祕秘 糧粮 槓杠 綿绵 緜绵 跡迹 蹟迹 鼈鳖 鱉鳖 鳴鸣 鵞鹅 鵝鹅 麁粗 麤粗 "
    "竈灶 竃灶 滾滚 値值 鉱矿 隣邻 姉姊 隷隶 艶艳 頬颊 塡填 尭尧 諌谏 𠮟叱 働动 ";

TEST(Fold, BringsACharacterAndItsSimplifiedFormTogether) {
  std::istringstream pairs{std::string(character_pairs)};
  std::size_t count = 0;
  for (std::string pair; pairs >> pair; ++count) {
    const std::size_t size = static_cast<unsigned char>(pair[0]) >= 0xF0 ? 4 : 3;
    EXPECT_EQ(fold(pair.substr(0, size)), fold(pair.substr(size))) << pair;
  }
  EXPECT_GT(count, 400U);
}

TEST(Fold, IsWrittenInSimplifiedCharacters) {
  EXPECT_EQ(fold("國際"), "国际");
  EXPECT_EQ(fold("澤"), "泽");
  EXPECT_EQ(fold("藝術"), "艺术");
  EXPECT_EQ(fold("NATO事務総長"), "nato事务总长");
}

TEST(Fold, KeepsDifferentCharactersApart) {
  EXPECT_NE(fold("日本"), fold("日木"));
  EXPECT_NE(fold("辨别"), fold("辩别"));
  EXPECT_NE(fold("瓣"), fold("辨"));  // both are 弁 in Japanese
  EXPECT_NE(fold("北約"), fold("北京"));
}

TEST(Fold, KeepsVariantsWhenAsked) {
  EXPECT_EQ(fold("國際ＡＢ", HanVariants::keep), "國際ab");
  EXPECT_NE(fold("國際", HanVariants::keep), fold("国际", HanVariants::keep));
}

TEST(Fold, TurnsCompatibilityIdeographsIntoUnifiedOnes) {
  EXPECT_EQ(fold("\uFA5B"), fold("者"));
  EXPECT_EQ(fold("\U0002F81A"), fold("冬"));
  EXPECT_EQ(fold("㍿"), fold("株式会社"));
}

TEST(Fold, ReadsItsDictionariesOnceHoweverManyThreadsAsk) {
  std::vector<std::future<std::string>> folded;
  for (int i = 0; i < 8; ++i)
    folded.push_back(std::async(std::launch::async, [] { return fold("國際聯盟"); }));
  for (auto& each : folded) EXPECT_EQ(each.get(), fold("国际联盟"));
}

}  // namespace
}  // namespace entente
