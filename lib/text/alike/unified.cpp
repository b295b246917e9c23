#include "text/alike/unified.hpp"

#include "text/utf8.hpp"

namespace nianbao {
namespace {

// In the order of the characters that they are written for, from `first` on; U+3000: none
// is. Kangxi radicals and compatibility ideographs by their NFKC of Unicode 15, the other
// radicals where a simplified character of today looks the same.
struct Row {
    char32_t first;
    std::u32string_view meant;
};
constexpr Row rows[] = {
    {0x2E9F,
     U"母民　　　　　　　　　　　　　　　　　　　　　　　　　　"
     U"　　　　　　　　　西见角　　贝　车　　　　　　　长门　　"
     U"　青　页风飞食　　　　马骨鬼鱼鸟卤麦黄黾　齐　齿　龙　　"
     U"龟"},
    {0x2F00,
     U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶"
     U"又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋"
     U"弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气"
     U"水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石"
     U"示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸"
     U"虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長"
     U"門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥"
     U"鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"},
    {0xF900,
     U"豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂"
     U"卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路"
     U"露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋"
     U"凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說"
     U"殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆"
     U"歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵"
     U"令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼"
     U"龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履"
     U"易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙"
     U"識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀　　塚　晴　　凞猪益"
     U"礼神祥福靖精羽　蘒　諸　　逸都　　　飯飼館鶴郞隷侮僧免勉"
     U"勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐"
     U"祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵"
     U"　舘　　並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎"
     U"愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画"
     U"瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹"
     U"變贈輸遲醙鉶陼難靖韛響頋頻鬒龜　　　㮝䀘䀹　　　齃龎"},
};
static_assert(rows[1].meant.size() == 214 && rows[2].meant.size() == 0xFADA - 0xF900);

}  // namespace

char32_t unified(char32_t character) {
    if (character < rows[0].first) return character;
    for (const Row& row : rows) {
        if (character < row.first || character - row.first >= row.meant.size()) continue;
        const char32_t meant = row.meant[character - row.first];
        return meant == U'\u3000' ? character : meant;
    }
    return character;
}

std::string unified(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        const auto bytes = static_cast<std::size_t>(next.bytes);
        const char32_t meant = next.character ? unified(*next.character) : U'\0';
        if (next.character && meant != *next.character) append_utf8(out, meant);
        else out += text.substr(at, bytes);
        at += bytes;
    }
    return out;
}

}  // namespace nianbao
