// Rendering by the C functions: where the bytes go, options, progress, threads.
#include "c/door.hpp"

#include <cstring>
#include <thread>

using namespace c_door;

// Programs are built with these.
static_assert(NIANBAO_OK == 0 && NIANBAO_INVALID == 1 && NIANBAO_USAGE == 2 &&
              NIANBAO_FAILED == 3 && NIANBAO_CANCELLED == 4 && NIANBAO_NO_MEMORY == 5);
static_assert(NIANBAO_INTERNAL == 6 && NIANBAO_FORMAT_AUTO == 0 && NIANBAO_FORMAT_YAML == 1 &&
              NIANBAO_FORMAT_JSON == 2 && NIANBAO_FORMAT_WORKBOOK == 3);
static_assert(NIANBAO_WRITTEN == 0 && NIANBAO_ACCEPTED == 1 && NIANBAO_REFUSED == 2 &&
              NIANBAO_ERROR == 0 && NIANBAO_WARNING == 1);
static_assert(NIANBAO_FACE_TITLE == 0 && NIANBAO_FACE_BODY == 1 && NIANBAO_FACE_HEADING1 == 2 &&
              NIANBAO_FACE_HEADING2 == 3 && NIANBAO_FACE_TABLE == 4 && NIANBAO_FACE_LATIN == 5);
static_assert(NIANBAO_REMEDY_CHOOSE_FACE == 1 && NIANBAO_REMEDY_GIVE_FOLDER == 2 &&
              NIANBAO_REMEDY_GIVE_PREVIOUS == 4 && NIANBAO_REMEDY_SET_DEADLINE == 8 &&
              NIANBAO_REMEDY_FORCE == 16 && NIANBAO_REMEDY_SET_YEAR == 32 &&
              NIANBAO_REMEDY_GIVE_PROSE == 64);

TEST_CASE("The version is that of the library") {
    CHECK(std::string(nianbao_version()) == NIANBAO_VERSION);
}

TEST_CASE(
    "A report is rendered to memory, to a file and to a callback: the bytes of the command line") {
    const Engine engine = open_engine();
    const Data data = data_of(small());
    const std::string expected = by_command_line(small());
    REQUIRE(expected.starts_with("%PDF-"));

    const Outcome memory = render(engine, data);
    CHECK(nianbao_outcome_status(memory.get()) == NIANBAO_WRITTEN);
    CHECK(nianbao_outcome_finding_count(memory.get()) == 0);
    CHECK(bytes(memory) == expected);

    const Scratch scratch;
    const std::string place = scratch / "a.pdf";
    auto options = standard<nianbao_render_options>();
    options.output = {place.data(), static_cast<int64_t>(place.size())};
    const Outcome file = render(engine, data, &options);
    CHECK(read_file(place) == expected);
    CHECK(bytes(file) == "none");

    std::vector<std::string> parts;
    options = standard<nianbao_render_options>();
    options.user = &parts;
    options.write = [](void* user, const char* part, int64_t length) {
        static_cast<std::vector<std::string>*>(user)->emplace_back(
            part, static_cast<std::size_t>(length));
        return 0;
    };
    const Outcome callback = render(engine, data, &options);
    std::string whole;
    for (const std::string& part : parts) whole += part;
    CHECK(whole == expected);
    CHECK(parts.size() == (expected.size() + 65535) / 65536);
    CHECK(bytes(callback) == "none");
}

TEST_CASE("Options are those of the command line") {
    const Engine engine = open_engine();
    const Data data = data_of(unbalanced());
    CHECK(nianbao_outcome_status(render(engine, data).get()) == NIANBAO_REFUSED);
    CHECK(bytes(render(engine, data)) == "none");

    auto options = standard<nianbao_render_options>();
    options.force = 1;
    const Outcome forced = render(engine, data, &options);
    CHECK(rules(forced) == "T3-01 T3-01");
    CHECK(bytes(forced) == by_command_line(unbalanced()));

    const nianbao_text layout[] = {text("page_number=centred"), text("line_pitch=28")};
    options = standard<nianbao_render_options>();
    options.no_check = 1;
    options.layout = layout;
    options.layout_count = 2;
    options.show_grid = 1;
    options.attach_data = 1;
    options.date = text("2023-01-18");
    const std::vector<std::string> words = {"render",
                                            "a.yaml",
                                            "-o",
                                            "-",
                                            "--no-system-fonts",
                                            "--no-check",
                                            "--layout",
                                            "page_number=centred",
                                            "--layout",
                                            "line_pitch=28",
                                            "--show-grid",
                                            "--attach-data"};
    const Scratch scratch;
    write_file(scratch / "a.yaml", unbalanced());
    CHECK(bytes(render(engine, data, &options)) ==
          nianbao_run(words,
                      {.folder = scratch.folder(), .environment = {"SOURCE_DATE_EPOCH=1674000000"}})
              .out);
}

TEST_CASE("What no output that is made can honour is wrong usage, at every door") {
    const Engine engine = open_engine();
    const Data data = data_of(small());
    const auto said = [&](std::initializer_list<const char*> outputs, auto set) {
        std::vector<nianbao_text> to;
        for (const char* output : outputs) to.push_back(text(output));
        auto options = standard<nianbao_render_options>();
        options.to = to.data();
        options.to_count = static_cast<int64_t>(to.size());
        set(options);
        nianbao_outcome* outcome = nullptr;
        nianbao_error* error = nullptr;
        const nianbao_status status =
            nianbao_render(engine.get(), data.get(), &options, &outcome, &error);
        std::string why = failure(status, outcome, error);
        if (status == NIANBAO_OK) nianbao_outcome_free(outcome);
        return why;
    };
    const auto seal = [](nianbao_render_options& o) { o.seal = 1; };
    const auto grid = [](nianbao_render_options& o) { o.show_grid = 1; };
    const auto attached = [](nianbao_render_options& o) { o.attach_data = 1; };
    CHECK(said({"html"}, seal) == "2: seal 只用于 pdf，这里不写这样的文件");
    CHECK(said({"docx", "text"}, seal) == "2: seal 只用于 pdf，这里不写这样的文件");
    CHECK(said({"html", "pdf"}, seal) == "made");
    CHECK(said({"text"}, grid) == "2: show_grid 只用于 pdf，这里不写这样的文件");
    CHECK(said({"pages"}, grid) == "made");
    CHECK(said({"text"}, attached) == "2: attach_data 只用于 pdf、html、docx，这里不写这样的文件");
    CHECK(said({"fragment"}, attached) ==
          "2: attach_data 只用于 pdf、html、docx，这里不写这样的文件");
    CHECK(said({"html"}, attached) == "made");
    CHECK(said({"docx"}, attached) == "made");

    for (const auto& [option, able] : std::vector<std::pair<std::string, std::string>>{
             {"--seal", "pdf"}, {"--show-grid", "pdf"}, {"--attach-data", "pdf、html、docx"}}) {
        const Run run =
            nianbao_run({"render", "-", "-o", "-", "--to", "text", option}, {.input = small()});
        CHECK(run.exit == 2);
        CHECK(run.err.starts_with("nianbao: " + option + " 只用于 " + able +
                                  "，这里不写这样的文件\n"));
    }
}

TEST_CASE("A PDF that carries its data is data") {
    const Engine engine = open_engine();
    auto options = standard<nianbao_render_options>();
    options.attach_data = 1;
    const std::string pdf = bytes(render(engine, data_of(small()), &options));
    REQUIRE(pdf.starts_with("%PDF-"));
    const Data data = data_of(pdf, "年报.pdf");
    CHECK(nianbao_outcome_status(check(data).get()) == NIANBAO_ACCEPTED);
    CHECK(bytes(render(engine, data, &options)) == pdf);
    const Outcome none = check(data_of(bytes(render(engine, data)), "年报.pdf"));
    CHECK(nianbao_outcome_status(none.get()) == NIANBAO_REFUSED);
    CHECK(rules(none) == "D-20");
}

TEST_CASE("The copy for signature is that of --seal") {
    const Engine engine = open_engine();
    const std::string with_signature = small() + "signature: {date: 2024-01-18}\n";
    auto options = standard<nianbao_render_options>();
    options.seal = 1;
    const Run made = nianbao_run({"render", "-", "-o", "-", "--no-system-fonts", "--seal"},
                                 {.input = with_signature});
    CHECK(made.exit == 0);
    CHECK(made.out.starts_with("%PDF-"));
    CHECK(made.out != by_command_line(with_signature));
    CHECK(bytes(render(engine, data_of(with_signature), &options)) == made.out);
    CHECK(rules(render(engine, data_of(small()), &options)) == "F-06");
}

TEST_CASE("Progress is told, and the caller may cancel before anything is written") {
    const Engine engine = open_engine();
    const Data data = data_of(small());
    struct Watch {
        std::string seen;
        int left;
    } watch{"", 100};
    const Scratch scratch;
    const std::string place = scratch / "a.pdf";
    auto options = standard<nianbao_render_options>();
    options.user = &watch;
    options.progress = [](void* user, int64_t done, int64_t all) {
        static_cast<Watch*>(user)->seen += std::to_string(done) + "/" + std::to_string(all) + " ";
    };
    options.cancel = [](void* user) { return static_cast<Watch*>(user)->left-- == 0 ? 1 : 0; };
    options.output = text(place.c_str());
    CHECK(nianbao_outcome_status(render(engine, data, &options).get()) == NIANBAO_WRITTEN);
    CHECK(watch.seen == "0/5 1/5 2/5 3/5 4/5 5/5 ");
    CHECK(watch.left == 95);
    std::filesystem::remove(place);
    for (int stage = 0; stage < 5; ++stage) {
        watch.left = stage;
        nianbao_outcome* outcome = nullptr;
        nianbao_error* error = nullptr;
        CHECK(failure(nianbao_render(engine.get(), data.get(), &options, &outcome, &error), outcome,
                      error) == "4: 已取消");
    }
    CHECK(scratch.names() == "");
}

TEST_CASE("One engine serves many threads") {
    const Engine engine = open_engine();
    const std::vector<std::string> sources = {small(), unbalanced(),
                                              small() + "signature: {date: 2024-01-18}\n"};
    std::vector<std::string> expected;
    for (const std::string& source : sources) expected.push_back(by_command_line(source));
    auto options = standard<nianbao_render_options>();
    options.force = 1;
    std::vector<std::string> wrong(8);
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < wrong.size(); ++thread) {
        threads.emplace_back([&, thread] {
            for (std::size_t report = 0; report < 50; ++report) {
                const std::size_t which = (thread + report) % sources.size();
                nianbao_data* data = nullptr;
                nianbao_outcome* outcome = nullptr;
                const std::string& source = sources[which];
                nianbao_data_from_bytes(source.data(), static_cast<int64_t>(source.size()), "a", -1,
                                        NIANBAO_FORMAT_AUTO, &data, nullptr);
                nianbao_render(engine.get(), data, &options, &outcome, nullptr);
                if (bytes(Outcome(outcome)) != expected[which])
                    wrong[thread] += std::to_string(report) + " ";
                nianbao_data_free(data);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& reports : wrong) CHECK(reports == "");
}

TEST_CASE("Faces and settings of the page by members: the same as written in one text") {
    const nianbao_text setting = text("page_number=centred");
    auto by_text = standard<nianbao_render_options>();
    by_text.layout = &setting;
    by_text.layout_count = 1;
    auto centred = standard<nianbao_setting>();
    centred.name = text("page_number");
    centred.value = text("centred");
    auto by_members = standard<nianbao_render_options>();
    by_members.settings = &centred;
    by_members.setting_count = 1;
    const Engine engine = open_engine();
    const Data data = data_of(small());
    const std::string expected = bytes(render(engine, data, &by_text));
    CHECK(bytes(render(engine, data, &by_members)) == expected);
    CHECK(bytes(render(engine, data)) != expected);

    // A list of structs of a newer header: each is as large as it says.
    struct Newer {
        nianbao_setting setting;
        int64_t unknown;
    } newer[2] = {{centred, 0}, {centred, 0}};
    newer[0].setting.name = text("digits");
    newer[0].setting.value = text("latin");
    for (Newer& one : newer) one.setting.size = sizeof one;
    by_members.settings = &newer[0].setting;
    by_members.setting_count = 2;
    CHECK(bytes(render(engine, data, &by_members)) == expected);

    const std::string kai = std::string(NIANBAO_SOURCE) + "/fonts/free/FandolKai-Regular.otf";
    const std::string written = "body=" + kai;
    const nianbao_text fonts[] = {text(written.c_str())};
    auto engine_options = standard<nianbao_engine_options>();
    engine_options.no_system_fonts = 1;
    engine_options.fonts = fonts;
    engine_options.font_count = 1;
    auto face = standard<nianbao_face>();
    face.role = NIANBAO_FACE_BODY;
    face.file = text(kai.c_str());
    auto typed = standard<nianbao_engine_options>();
    typed.no_system_fonts = 1;
    typed.faces = &face;
    typed.face_count = 1;
    const auto opened = [](const nianbao_engine_options& options) {
        nianbao_engine* handle = nullptr;
        REQUIRE(nianbao_engine_open(&options, &handle, nullptr) == NIANBAO_OK);
        return Engine(handle);
    };
    const std::string in_kai = bytes(render(opened(engine_options), data));
    CHECK(bytes(render(opened(typed), data)) == in_kai);
    CHECK(in_kai != bytes(render(engine, data)));

    const auto wrong = [&] {
        nianbao_engine* handle = nullptr;
        nianbao_error* error = nullptr;
        return failure(nianbao_engine_open(&typed, &handle, &error), handle, error);
    };
    for (const int64_t role : {int64_t{-1}, int64_t{6}}) {
        face.role = role;
        CHECK(wrong() == "1: 没有这种字体用途");
    }
    face.role = NIANBAO_FACE_LATIN;
    face.index = -1;
    CHECK(wrong() == "1: 字体集中的序号不对");
    face.index = 9;
    CHECK(wrong().starts_with("3: "));
    typed.face_count = -1;
    CHECK(wrong() == "1: 一列结构的个数是负数");
}

TEST_CASE("Outputs by name: one, several in memory, several in a folder") {
    const Engine engine = open_engine();
    const Data data = data_of(small());
    const nianbao_text both[] = {text("document"), text("pdf")};
    auto options = standard<nianbao_render_options>();
    options.to = both;
    options.to_count = 2;
    const auto of = [](const Outcome& outcome, const char* name) {
        int64_t length = -1;
        const char* first = nianbao_outcome_bytes_of(outcome.get(), name, -1, &length);
        return first == nullptr ? "none" : std::string(first, static_cast<std::size_t>(length));
    };
    const Outcome memory = render(engine, data, &options);
    const std::string pdf = bytes(render(engine, data));
    CHECK(of(memory, "pdf") == pdf);
    CHECK(of(memory, "document") == bytes(memory));
    CHECK(of(memory, "document").find("清河县水务局") != std::string::npos);
    CHECK(of(memory, "pages") == "none");

    const Scratch scratch;
    const std::string folder = scratch.folder();
    options.output = text(folder.c_str());
    const Outcome files = render(engine, data, &options);
    CHECK(scratch.names() == "a.document.txt a.pdf");
    CHECK(read_file(scratch / "a.pdf") == pdf);
    CHECK(of(files, "pdf") == "none");

    // Needs no fonts, so no engine.
    options = standard<nianbao_render_options>();
    options.to = both;
    options.to_count = 1;
    nianbao_outcome* alone = nullptr;
    REQUIRE(nianbao_render(nullptr, data.get(), &options, &alone, nullptr) == NIANBAO_OK);
    CHECK(bytes(Outcome(alone)) == of(memory, "document"));

    const auto wrong = [&](auto set) {
        auto own = standard<nianbao_render_options>();
        set(own);
        nianbao_outcome* outcome = nullptr;
        nianbao_error* error = nullptr;
        return failure(nianbao_render(engine.get(), data.get(), &own, &outcome, &error), outcome,
                       error);
    };
    using Options = nianbao_render_options;
    CHECK(
        wrong([](Options& o) {
            o.output = text("/nowhere/a.odt");
        }).starts_with("2: 不能由 /nowhere/a.odt 的后缀 .odt 看出要写成什么，可用的后缀是：.pdf"));
    CHECK(wrong([&](Options& o) {
              o.to = both, o.to_count = 2;
              o.write = [](void*, const char*, int64_t) { return 0; };
          }) == "2: 有几种输出时不能用 write：请写明文件夹，或从结果中取");
    static const nianbao_text none[] = {{"svg", -1}};
    CHECK(wrong([](Options& o) {
              o.to = none, o.to_count = 1;
          }).starts_with("2: to 的值“svg”不对，可用的是：pdf"));
}
