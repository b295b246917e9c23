# What the packages for languages share, read by each with its own arguments: which machines are asked for, and the library of each. A package sets
# source and folder (where none is named). Sets folder, machines, version and fonts: whether a library was made here, so that the fonts belong beside it.

machines=() fonts=false
while (($#)); do
    case $1 in
        -o) folder=$(realpath -m "$2"); shift ;;
        *) machines+=("$1") ;;
    esac
    shift
done
[ ${#machines[@]} -gt 0 ] || machines=(x86_64)
version=$(sed -n 's/^project(nianbao VERSION \([0-9.]*\) .*/\1/p' "$source/CMakeLists.txt")

# take MACHINE[=LIBRARY]: sets machine, library and the licences of what is in it. Makes the library if none is named.
take() {
    machine=${1%%=*} library=${1#*=} licences=("$source"/{LICENSE,package/copyright})
    case $1 in
        x86_64=* | aarch64=* | windows=*) ;;
        x86_64 | aarch64)
            "$source/package/static.sh" "$machine"
            library=$source/build/static/$machine/libnianbao.so fonts=true
            licences=("$source/build/static/$machine"/nianbao-*-linux-"$machine"/licences/*)
            ;;
        windows)
            "$source/package/windows.sh"
            library=$source/build/windows/build/nianbao.dll fonts=true
            licences=("$source"/build/windows/nianbao-*-windows-x86_64/licences/*)
            ;;
        *) echo "usage: package/$(basename "$0") [x86_64|aarch64|windows[=LIBRARY]]… [-o FOLDER]" >&2; exit 2 ;;
    esac
}
