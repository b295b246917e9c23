#include "pdf/attachment.hpp"

#include "pdf/deflate.hpp"

namespace nianbao {

void add_attachment(Objects& objects, const Attachment& attachment, std::string_view date, int compression) {
    auto* parameters = objects.dict({{"Size", objects.number(static_cast<std::int64_t>(attachment.bytes.size()))}});
    if (!date.empty()) objects.put(parameters, "ModDate", objects.bytes(date));
    auto* file = objects.stream(deflate(attachment.bytes, compression), true,
                                {{"Type", objects.name("EmbeddedFile")}, {"Subtype", objects.name(attachment.type)}, {"Params", parameters}});
    auto* specification = objects.indirect(objects.dict({
        {"Type", objects.name("Filespec")},
        {"F", objects.text(attachment.name)},
        {"UF", objects.text(attachment.name)},
        {"AFRelationship", objects.name("Source")},
        {"Desc", objects.text("生成本报告的数据文件")},
        {"EF", objects.dict({{"F", file}, {"UF", file}})},
    }));
    auto* catalog = objects.catalog();
    auto* names = objects.array({objects.text(attachment.name), specification});
    objects.put(catalog, "Names", objects.dict({{"EmbeddedFiles", objects.dict({{"Names", names}})}}));
    objects.put(catalog, "AF", objects.array({specification}));
}

}  // namespace nianbao
