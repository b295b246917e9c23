#include "pdf/attachment.hpp"

#include "pack/deflate.hpp"

namespace nianbao {

void add_attachment(Objects& objects, const Attachment& attachment, std::string_view date,
                    int compression) {
    HPDF_Dict parameters = objects.dict({{"Size", objects.number(attachment.bytes.size())}});
    if (!date.empty()) objects.put(parameters, "ModDate", objects.bytes(date));
    HPDF_Dict file = objects.stream(deflate(attachment.bytes, compression), true,
                                    {{"Type", objects.name("EmbeddedFile")},
                                     {"Subtype", objects.name(attachment.type)},
                                     {"Params", parameters}});
    HPDF_Dict specification = objects.indirect(objects.dict({
        {"Type", objects.name("Filespec")},
        {"F", objects.text(attachment.name)},
        {"UF", objects.text(attachment.name)},
        {"AFRelationship", objects.name("Source")},
        {"Desc", objects.text("本报告的数据")},
        {"EF", objects.dict({{"F", file}, {"UF", file}})},
    }));
    HPDF_Dict catalog = objects.catalog();
    HPDF_Array names = objects.array({objects.text(attachment.name), specification});
    objects.put(catalog, "Names",
                objects.dict({{"EmbeddedFiles", objects.dict({{"Names", names}})}}));
    objects.put(catalog, "AF", objects.array({specification}));
}

}  // namespace nianbao
