# Sourced: as_root COMMAND runs it as root, or says what a person has to do.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo DEBIAN_FRONTEND=noninteractive "$@"
    else
        echo "This needs root: run \"$*\" as root and try again." >&2
        exit 1
    fi
}
