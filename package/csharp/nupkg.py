"""Packs the sources for C# and libraries as NuGet takes them: nupkg.py FOLDER PLATFORM=LIBRARY… -- LICENCE… writes Nianbao.VERSION.nupkg and prints its
path. PLATFORM as .NET names it, "linux-x64". A project compiles the sources itself, so that they fit every .NET.
"""
import pathlib
import sys

sys.dont_write_bytecode = True  # the sources stay as they are
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from archive import SOURCE, version, write

NUSPEC = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata minClientVersion="3.3">
    <id>Nianbao</id>
    <version>{version}</version>
    <authors>nianbao</authors>
    <license type="expression">Apache-2.0</license>
    <description>政府信息公开工作年度报告: data in, checked and typeset PDF out</description>
    <contentFiles>
      <files include="cs/any/Nianbao/*.cs" buildAction="Compile" />
    </contentFiles>
  </metadata>
</package>
"""
RELATIONS = """<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/Nianbao.nuspec" Id="manifest" />
</Relationships>
"""
TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
{types}</Types>
"""


def main(folder, *words):
    libraries, licences = words[: words.index("--")], words[words.index("--") + 1 :]
    files = {"Nianbao.nuspec": NUSPEC.format(version=version()).encode(), "_rels/.rels": RELATIONS.encode()}
    for path in (SOURCE / "package/csharp").glob("*.cs"):
        files[f"contentFiles/cs/any/Nianbao/{path.name}"] = path.read_bytes()
    for platform, _, library in (word.partition("=") for word in libraries):
        name = "nianbao.dll" if platform.startswith("win") else "libnianbao.so"
        files[f"runtimes/{platform}/native/{name}"] = pathlib.Path(library).read_bytes()
    for licence in map(pathlib.Path, licences):
        files[f"licences/{licence.name}.txt"] = licence.read_bytes()
    endings = sorted({pathlib.PurePath(name).suffix[1:] for name in files} - {"", "rels"})
    octets = "application/octet-stream"
    types = "".join(f'  <Default Extension="{ending}" ContentType="{octets}" />\n' for ending in endings)
    files["[Content_Types].xml"] = TYPES.format(types=types).encode()
    return write(pathlib.Path(folder) / f"Nianbao.{version()}.nupkg", files)


if len(sys.argv) < 3 or "--" not in sys.argv:
    sys.exit(__doc__)
print(main(*sys.argv[1:]))
