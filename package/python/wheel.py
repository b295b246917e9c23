"""Packs a library for Python: wheel.py FOLDER LIBRARY LICENCE… writes nianbao-VERSION-py3-none-PLATFORM.whl, wheel.py FOLDER writes
nianbao_fonts-VERSION-py3-none-any.whl. Prints their paths. Python 3.7 and later; the same bytes each time.

The fonts are a wheel of their own: they are 139 MB on every machine, and the library 9 MB for each kind. They are installed beside
the library, which looks for them there.
"""
import base64
import hashlib
import pathlib
import re
import struct
import sys

sys.dont_write_bytecode = True  # the sources stay as they are
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from archive import SOURCE, version, write

C_LIBRARY = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}


def sections(elf):
    """The sections of a 64-bit ELF file, by their type: those of one type are one after the other."""
    start, = struct.unpack_from("<Q", elf, 0x28)
    size, count = struct.unpack_from("<HH", elf, 0x3A)
    for i in range(count):
        _, kind, _, _, offset, length, link, _ = struct.unpack_from("<IIQQQQII", elf, start + i * size)
        yield kind, offset, length, link


def needed(elf):
    """The libraries that it loads."""
    every = list(sections(elf))
    for kind, offset, length, link in every:
        if kind == 6:  # the dynamic section, and in `link` its texts
            for tag, value in struct.iter_unpack("<qQ", elf[offset : offset + length]):
                if tag == 1:
                    text = every[link][1] + value
                    yield elf[text : elf.index(b"\0", text)].decode()


def platform(library):
    """The tag of the systems that a library runs on, and its name in the wheel."""
    if library[:2] == b"MZ":
        return "win_amd64", "nianbao.dll"
    if library[:6] != b"\x7fELF\x02\x01":
        sys.exit("wheel.py: no library for 64 bits")
    machine = {62: "x86_64", 183: "aarch64"}[struct.unpack_from("<H", library, 18)[0]]
    if set(needed(library)) - C_LIBRARY:
        return f"linux_{machine}", "libnianbao.so"  # for this machine alone
    newest = max(int(minor) for minor in re.findall(rb"\0GLIBC_2\.(\d+)(?:\.\d+)?(?=\0)", library))
    return f"manylinux_2_{max(newest, 17)}_{machine}", "libnianbao.so"


def pack(folder, name, tag, files, metadata, pure):
    """Writes a wheel: every file, and what describes them. Answers its path."""
    told = f"{name}-{version()}.dist-info"
    files[f"{told}/METADATA"] = metadata.encode()
    files[f"{told}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: nianbao\nRoot-Is-Purelib: {str(pure).lower()}\nTag: {tag}\n".encode()
    record = ""
    for path in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[path]).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(files[path])}\n"
    files[f"{told}/RECORD"] = f"{record}{told}/RECORD,,\n".encode()
    return write(pathlib.Path(folder) / f"{name}-{version()}-{tag}.whl", files)


def metadata(name, summary, more, description):
    return f"Metadata-Version: 2.1\nName: {name}\nVersion: {version()}\nSummary: {summary}\nRequires-Python: >=3.7\n{more}Description-Content-Type: text/markdown\n\n{description}"


def main(folder, library=None, *licences):
    if library is None:
        listed = [line.split()[0] for line in (SOURCE / "fonts/free.list").read_text().splitlines() if line and not line.startswith("#")]
        files = {f"nianbao/nianbao-fonts/{name}": (SOURCE / "fonts/free" / name).read_bytes() for name in listed}
        about = metadata("nianbao-fonts", "The free fonts of nianbao", "", "Fandol, Noto CJK, UKai and Liberation, each with its licence beside it.\n")
        return pack(folder, "nianbao_fonts", "py3-none-any", files, about, True)
    content = pathlib.Path(library).read_bytes()
    system, name = platform(content)
    own = SOURCE / "package/python/nianbao"
    files = {f"nianbao/{path.name}": path.read_bytes() for path in own.iterdir() if path.suffix == ".py" or path.name == "py.typed"}
    files[f"nianbao/{name}"] = content
    for licence in map(pathlib.Path, licences):
        files[f"nianbao-{version()}.dist-info/licenses/{licence.name}"] = licence.read_bytes()
    about = metadata(
        "nianbao",
        "政府信息公开工作年度报告: data in, checked and typeset PDF out",
        f"License-File: LICENSE\nRequires-Dist: nianbao-fonts (=={version()})\nClassifier: Typing :: Typed\n",
        (SOURCE / "package/python/README.md").read_text(encoding="utf-8"),
    )
    return pack(folder, "nianbao", f"py3-none-{system}", files, about, False)


if len(sys.argv) < 2:
    sys.exit(__doc__)
print(main(*sys.argv[1:]))
