// What can be done, in the words of the command line.
#include <doctest/doctest.h>

#include "command/options/options.hpp"
#include "command/remedies.hpp"

using namespace nianbao;

TEST_CASE("A remedy is an option of the command; one that it does not have is not told") {
    const Remedy face{Remedy::What::choose_face, "heading2"}, folder{Remedy::What::give_folder, {}},
        deadline{Remedy::What::set_deadline, {}}, previous{Remedy::What::give_previous, {}},
        force{Remedy::What::force, {}}, year{Remedy::What::set_year, {}},
        prose{Remedy::What::give_prose, {}};
    CHECK(remedy_text({}, Command::render) == "");
    CHECK(remedy_text({face, folder}, Command::render) ==
          "可用 --font heading2=文件 或 --font-dir 文件夹");
    CHECK(remedy_text({face}, Command::check) == "可用 --font heading2=文件");
    CHECK(remedy_text({deadline}, Command::check) == "可用 --deadline 日期");
    CHECK(remedy_text({deadline}, Command::render) == "");
    CHECK(remedy_text({deadline, previous}, Command::render) == "可用 --previous 文件或文件夹");
    CHECK(remedy_text({force, year, prose}, Command::merge) ==
          "可用 --force 或 --year 年度 或 --prose 文件");
    // A file that is in the way, and has prose that can be taken.
    CHECK(remedy_text({{Remedy::What::give_prose, "全县.yaml"}}, Command::merge) ==
          "可用 --prose 全县.yaml --force");
    CHECK(remedy_text({{Remedy::What::give_prose, "全县.yaml"}}, Command::convert) == "");
    CHECK(remedy_text({force}, Command::convert) == "可用 --force");
}
