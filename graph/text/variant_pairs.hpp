#pragma once

/// Variants of Chinese characters that OpenCC's dictionaries leave apart: pairs of a variant and
/// the form it folds to.

#include <string_view>

namespace entente {

/// One character in two writings, Japanese, traditional or old, and simplified: the two steps of
/// OpenCC do not meet at these (鉱 becomes 鑛, of which 矿 is not made), or do not know them. Found
/// by looking for characters of JIS X 0208 that fold to none of GB 2312.
inline constexpr std::u32string_view unlinked_variants =
    U"値值鉱矿砿矿隣邻姉姊隷隶艶艳頬颊塡填尭尧諌谏壷壶𠮟叱働动欝郁叡睿鴬莺菓果廻回苅刈潅灌彊强"
    U"倶俱駈驱頚颈袴裤娯娱碁棋搾榨讃赞篠筱讐雠藷薯靭韧靱韧賎贱窓窗鎗枪楕椭駄驮兎兔妬妒涜渎呑吞"
    U"韮韭撚捻廼乃迺乃蝿蝇毘毗姫姬氷冰雰氛箆篦倣仿砲炮槇槙侭尽姪侄燐磷篭笼脇胁塀屏屛屏吿告硏研"
    U"鄕乡靑青淸清顚颠飮饮鬭斗倂并偸偷喩喻纎纤峩峨渕渊寳宝栢柏壻婿聟婿竝并僊仙鴈雁鳫雁緜绵鵞鹅"
    U"麁粗麤粗舩船冩写亰京仭仞僣僭兪俞囘回冐冒冦寇凾函刄刃刧劫剱剑劔剑劒剑釼剑辧办勗勖卆卒凖准"
    U"厰厂噐器塲场夘卯夛多侫佞姙妊婬淫嬾懒斈学寃冤尅克尓尔嶮险巓巅巵卮帋纸幇帮廐厩廰厅廸迪弉奘"
    U"彜彝徃往恠怪愼慎愽博慙惭憇憩懴忏懽欢戞戛扞捍拏拿搆构擧举擡抬敍叙旛幡旙幡晄晃暎映昿旷朖朗"
    U"枩松梹槟椶棕歛敛毬球澁涩澑溜濳潜濬浚烱炯煕熙熈熙牴抵犂犁狢貉獏貘珎珍甞尝畊耕畍界畆亩疉叠"
    U"疂叠痲麻皃貌皀皂眤昵稾稿穽阱窰窑竢俟竒奇筺筐箒帚籐藤籘藤籖签粃秕糺纠緤绁繦襁繙翻纉缵罸罚"
    U"羇羁羮羹飜翻耡锄聨联肬疣膓肠臈腊舖铺荅答荳豆葢盖蒭刍蕚萼蕋蕊蘂蕊蘓苏蠎蟒蠧蠹衂衄衞卫襃褒"
    U"覩睹觧解謌歌譌讹譛谮讙欢谿溪貍狸貎貌貭质跼局躱躲軣轰輙辄迯逃逎遒遶绕遯遁邨村釡釜鈬铎鉋刨"
    U"銕铁鐡铁鎔熔鑛矿閇闭閙闹閠闰濶阔阯址陏隋隲骘顋腮餝饰餠饼餽馈駮驳鬪斗鰕虾鴃鴂皷鼓鼡鼠鼇鳌"
    U"齶颚簷檐鯰鲇薗园";

/// Characters that stand for one another in names of families, people and places, and are
/// characters of their own or rare forms elsewhere (斉藤 and 斎藤). In the forms that `fold` gives.
inline constexpr std::u32string_view name_variants =
    U"髙高﨑崎嵜崎邉边濵滨𠮷吉齐斋冨富嶋岛嶌岛桒桑栁柳桺柳槗桥䉤薮靏鹤靍鹤埜野穐秋龝秋惪德悳德"
    U"圀国囯国枦栌萠萌㐂喜仝同楳梅莵兔菟兔曻升𥐟矶乕虎祗祇籏旗艸草咊和龢和椙杉弌一弍二贰二";

}  // namespace entente
