// What an office's name says of its kind.
#include "report/names/kind_named.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>

using namespace nianbao;

TEST_CASE("A name says whether an office is a department, a town, a government or its office") {
    constexpr bool sure = true, doubtful = false;
    for (const auto& [name, kind, certain] :
         {std::tuple{"淮安市人民政府", Kind::government, sure},
          std::tuple{"云溪县人民政府", Kind::government, sure},
          std::tuple{"云溪县 人民政府", Kind::government, sure},
          std::tuple{"某省人民政府", Kind::government, sure},
          std::tuple{"某某自治区人民政府", Kind::government, sure},
          std::tuple{"某某自治州人民政府", Kind::government, sure},
          std::tuple{"锡林郭勒盟政府", Kind::government, sure},
          std::tuple{"云溪县政府", Kind::government, sure},
          std::tuple{"高新技术产业人民政府", Kind::government, doubtful},
          std::tuple{"云溪县", Kind::government, doubtful},
          std::tuple{"清河镇人民政府", Kind::township, sure},
          std::tuple{"云溪县清河镇政府", Kind::township, sure},
          std::tuple{"云溪县东山乡人民政府", Kind::township, sure},
          std::tuple{"云溪县东山回族乡人民政府", Kind::township, sure},
          std::tuple{"某某苏木人民政府", Kind::township, sure},
          std::tuple{"云溪县城东街道办事处", Kind::township, sure},
          std::tuple{"云溪县人民政府城东街道办事处", Kind::township, sure},
          std::tuple{"城东街道", Kind::township, sure},
          std::tuple{"清河镇", Kind::township, sure},
          std::tuple{"清河镇人民政府办公室", Kind::township, doubtful},
          std::tuple{"云溪县人民政府办公室", Kind::office, sure},
          std::tuple{"某省人民政府办公厅", Kind::office, sure},
          std::tuple{"云溪县政府办", Kind::office, sure},
          std::tuple{"云溪县农业农村局", Kind::department, sure},
          std::tuple{"云溪县乡镇企业管理局", Kind::department, sure},
          std::tuple{"云溪县卫生健康委员会", Kind::department, sure},
          std::tuple{"云溪县人民政府国有资产监督管理委员会", Kind::department, doubtful},
          std::tuple{"云溪县人民政府驻京办事处", Kind::department, doubtful},
          std::tuple{"云溪经济开发区管理委员会", Kind::department, doubtful},
          std::tuple{"云溪经济开发区管委会", Kind::department, doubtful}}) {
        const std::string agency = name;
        CAPTURE(agency);
        CHECK(kind_named(agency).kind == kind);
        CHECK(kind_named(agency).sure == certain);
    }
}
