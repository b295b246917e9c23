// The packages for the system's own installers: package/system.sh makes them, and they are
// installed where nothing else is. Of the release build only, and only where the long
// tests are asked for.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "machines.hpp"
#include "offices.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const std::string source = NIANBAO_SOURCE,
                  summary = "政府信息公开工作年度报告：由数据文件核对、排版，生成 PDF";

std::string succeed(const std::vector<std::string>& words) {
    const Run ran = run(words, {.folder = {}, .input = {}, .environment = {"LC_ALL=C.UTF-8"}});
    REQUIRE_MESSAGE(ran.exit == 0, words.front() << ": " << ran.out << ran.err);
    return ran.out;
}

/// The package whose name ends so; they are made once.
fs::path package_of(const std::string& machine, const std::string& ending) {
    static std::set<std::string> made;
    if (made.insert(machine).second) succeed({source + "/package/system.sh", machine});
    return only(source + "/build/system/" + machine, ending);
}

/// What is there of a tree besides folders and what is named.
std::set<std::string> files_but(const fs::path& root, const std::string& left_out) {
    std::set<std::string> found;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
        const std::string name = fs::relative(entry.path(), root);
        if (!entry.is_directory() && !name.starts_with(left_out)) found.insert(name);
    }
    return found;
}

/// It makes the other program's bytes with the fonts that were installed with it, and its
/// manual page, completions and schema are those of the other program.
void check_installed(const BareRoot& root) {
    const fs::path share = root / "usr/share";
    CHECK(succeed({"gzip", "-dc", share / "man/man1/nianbao.1.gz"}) ==
          nianbao_run({"help", "--as", "man"}).out);
    CHECK(read_file(share / "bash-completion/completions/nianbao") ==
          nianbao_run({"help", "--as", "bash"}).out);
    CHECK(read_file(share / "zsh/site-functions/_nianbao") ==
          nianbao_run({"help", "--as", "zsh"}).out);
    CHECK(read_file(share / "nianbao/nianbao.schema.json") == nianbao_run({"schema"}).out);
    CHECK(read_file(share / "doc/nianbao/说明.txt").starts_with("nianbao：政府信息公开"));

    const Scratch scratch;
    const std::string example = source + "/examples/jinxiang-veterans-2022.yaml";
    REQUIRE(nianbao_run({"render", example, "-o", scratch / "a.pdf", "--no-system-fonts"}).exit ==
            0);
    const Run made = root.alone(
        {"/usr/bin/nianbao", "render", "/usr/share/doc/nianbao/示例.yaml", "-o", "/a.pdf"});
    CHECK_MESSAGE(made.exit == 0, made.err);
    const bool same = read_file(root / "a.pdf") == read_file(scratch / "a.pdf");
    CHECK(same);
    const Run fonts = root.alone({"/usr/bin/nianbao", "fonts"});
    CHECK(fonts.out.find(" /usr/share/nianbao/fonts/FandolFang-Regular.otf\n") !=
          std::string::npos);
    fs::remove(root / "a.pdf");
}

}  // namespace

TEST_CASE("The RPM package tells in Chinese what it is, and needs nothing (with NIANBAO_LONG)") {
    for (const std::string& machine : machines()) {
        CAPTURE(machine);
        const fs::path rpm = package_of(machine, ".rpm");
        CHECK(rpm.filename() == "nianbao-" NIANBAO_VERSION "-1." + machine + ".rpm");
        CHECK(succeed({"rpm", "-qp", "--qf",
                       "%{NAME}|%{VERSION}|%{ARCH}|%{SUMMARY}|%{PAYLOADCOMPRESSOR}|"
                       "%{FILEDIGESTALGO}|%{BUILDHOST}",
                       rpm}) ==
              "nianbao|" NIANBAO_VERSION "|" + machine + "|" + summary + "|gzip|8|nianbao");
        CHECK(succeed({"rpm", "-qp", "--qf", "%{DESCRIPTION}", rpm})
                  .starts_with("由一份数据文件（或填好的工作簿、Word 文件）生成"));
        const std::string licences = succeed({"rpm", "-qp", "--qf", "%{LICENSE}", rpm});
        for (const char* one : {"Apache-2.0", "LGPL-2.1-or-later", "OFL-1.1", "Arphic-1999",
                                "WITH Font-exception-2.0"})
            CHECK_MESSAGE(licences.find(one) != std::string::npos, licences);
        // Of the installer alone, as that of CentOS 7 knows it.
        CHECK(succeed({"rpm", "-qp", "--requires", rpm}) ==
              "rpmlib(CompressedFileNames) <= 3.0.4-1\nrpmlib(FileDigests) <= 4.6.0-1\n"
              "rpmlib(PayloadFilesHavePrefix) <= 4.0-1\n");
        CHECK(succeed({"rpm", "-qp", "--scripts", "--triggers", rpm}) == "");
        CHECK(succeed({"rpm", "-qp", "--licensefiles", rpm})
                  .find("/usr/share/licenses/nianbao/LGPL-3\n") != std::string::npos);
    }
}

TEST_CASE("The RPM package is installed alone, works, and leaves nothing (with NIANBAO_LONG)") {
    for (const std::string& machine : machines()) {
        CAPTURE(machine);
        const fs::path package = package_of(machine, ".rpm");
        const BareRoot root(machine);
        const auto rpm = [&](const std::vector<std::string>& words) {
            std::vector<std::string> all = {"rpm", "--root", root.folder(), "--dbpath",
                                            "/var/lib/rpm"};
            all.insert(all.end(), words.begin(), words.end());
            return succeed(BareRoot::as_root(all));
        };
        const std::set<std::string> before = files_but(root.folder(), "var/lib/rpm");
        rpm({"--initdb"});
        std::vector<std::string> install = {"-i", package};
        if (machine != "x86_64") install.insert(install.begin(), "--ignorearch");
        rpm(install);
        CHECK(rpm({"-qa"}) == "nianbao-" NIANBAO_VERSION "-1." + machine + "\n");
        CHECK(rpm({"-V", "nianbao"}) == "");
        check_installed(root);
        rpm({"-e", "nianbao"});
        CHECK(files_but(root.folder(), "var/lib/rpm") == before);
        CHECK(!fs::exists(root / "usr/share/nianbao"));
    }
}

TEST_CASE("The DEB package of the one file is installed alone, and works (with NIANBAO_LONG)") {
    for (const std::string& machine : machines()) {
        CAPTURE(machine);
        const fs::path package = package_of(machine, ".deb");
        CHECK(package.filename() == "nianbao_" NIANBAO_VERSION "+static_" +
                                        std::string(machine == "x86_64" ? "amd64" : "arm64") +
                                        ".deb");
        CHECK(succeed({"dpkg-deb", "-W", "--showformat=${Depends}${Pre-Depends}|${Description}",
                       package})
                  .starts_with("|" + summary + "\n 由一份数据文件"));
        succeed({"lintian", "--allow-root", "--fail-on", "error", package});
        const BareRoot root(machine);
        const std::set<std::string> before = files_but(root.folder(), "var/lib/dpkg");
        for (const char* folder : {"var/lib/dpkg/info", "var/lib/dpkg/updates", "var/log"})
            fs::create_directories(root / folder);
        for (const char* file : {"status", "available"})
            write_file(root / "var/lib/dpkg" / file, "");
        const auto dpkg = [&](const std::vector<std::string>& words) {
            std::vector<std::string> all = {"dpkg", "--root=" + root.folder().native(),
                                            "--log=/dev/null", "--force-architecture"};
            all.insert(all.end(), words.begin(), words.end());
            return succeed(BareRoot::as_root(all));
        };
        dpkg({"-i", package});
        CHECK(dpkg({"-V", "nianbao"}) == "");
        check_installed(root);
        dpkg({"-P", "nianbao"});
        CHECK(files_but(root.folder(), "var/lib/dpkg") == before);
        CHECK(!fs::exists(root / "usr/share/nianbao"));
    }
}

TEST_CASE("RPM and DEB are the same bytes each time (with NIANBAO_LONG)") {
    for (const std::string& machine : machines()) {
        CAPTURE(machine);
        const fs::path rpm = package_of(machine, ".rpm"), deb = package_of(machine, ".deb");
        const std::string first_rpm = read_file(rpm), first_deb = read_file(deb);
        fs::remove(rpm);
        fs::remove(deb);
        succeed({source + "/package/system.sh", machine});
        const bool same = read_file(rpm) == first_rpm && read_file(deb) == first_deb;
        CHECK(same);
    }
}
