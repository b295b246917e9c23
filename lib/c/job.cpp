// Any command, as a JSON job.
#include "c/handles.hpp"
#include "c/values.hpp"
#include "command/json.hpp"
#include "command/json_job.hpp"
#include "command/options/usage.hpp"

using namespace nianbao;

namespace {

/// A program as the caller of a command: everything goes into the answer.
class Program final : public Caller {
public:
    Program(const nianbao_engine* engine, const nianbao_job_options& options)
        : engine_(engine), options_(options) {}

    const std::atomic<bool>* stop() const override { return &cancelled_; }
    void outcome(const Outcome& outcome) override { answer_.file(outcome); }
    void output(std::string_view bytes) override { text_ += bytes; }
    void member(std::string_view name, std::string_view json) override {
        answer_.member(name, json);
    }
    void text(std::string_view text) override { text_ += text; }
    void say(std::string_view) override {}
    void progress(std::size_t done, std::size_t all) override {
        if (options_.progress != nullptr) options_.progress(options_.user, done, all);
        if (done < all) ask();
    }
    std::string standard_input() override { throw Usage("任务没有标准输入：files 里不能写 -"); }
    bool on_screen() const override { return false; }
    Fonts fonts(const FontOptions& options) override {
        const bool asked = !options.chosen.empty() || !options.folders.empty() || !options.system;
        return engine_ != nullptr && !asked ? engine_->fonts : Fonts::open(options);
    }

    /// Asks whether to go on.
    void ask() {
        if (!cancelled_ && options_.cancel != nullptr && options_.cancel(options_.user) != 0)
            cancelled_ = true;
    }
    bool cancelled() const { return cancelled_; }

    std::string answer() {
        if (!text_.empty()) answer_.member("text", json_string(text_));
        return answer_.text();
    }

private:
    const nianbao_engine* engine_;
    const nianbao_job_options& options_;
    JsonAnswer answer_;
    std::string text_;
    std::atomic<bool> cancelled_ = false;
};

}  // namespace

nianbao_status nianbao_run_job(const nianbao_engine* engine, const char* json, int64_t length,
                               const nianbao_job_options* options, nianbao_answer** answer,
                               nianbao_error** error) {
    bool cancelled = false;
    const nianbao_status status = c::trap(answer, error, [&] {
        const nianbao_job_options own = c::options(options);
        const Task task = read_task(c::text(json, length));
        Program program(engine, own);
        auto handle = std::make_unique<nianbao_answer>();
        program.ask();
        handle->exit = run(task, program);
        cancelled = program.cancelled();
        handle->json = program.answer();
        return handle;
    });
    if (status != NIANBAO_OK || !cancelled) return status;
    return c::trap(error, [] { throw c::Cancelled(); });
}

const char* nianbao_answer_json(const nianbao_answer* answer, int64_t* length) {
    if (answer != nullptr) return c::given(answer->json, length);
    if (length != nullptr) *length = 0;
    return nullptr;
}

int32_t nianbao_answer_exit(const nianbao_answer* answer) {
    return answer == nullptr ? -1 : answer->exit;
}

void nianbao_answer_free(nianbao_answer* answer) { delete answer; }
