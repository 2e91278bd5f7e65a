# bash completion for bankrules 0.1.0
_bankrules() {
    local current="${COMP_WORDS[COMP_CWORD]}" previous="" command=run
    [ "$COMP_CWORD" -gt 0 ] && previous="${COMP_WORDS[COMP_CWORD-1]}"
    # `--option=value` is three words here.
    if [ "$current" = "=" ]; then current=""; fi
    if [ "$previous" = "=" ] && [ "$COMP_CWORD" -gt 1 ]; then previous="${COMP_WORDS[COMP_CWORD-2]}"; fi
    case "${COMP_WORDS[1]}" in
        run|check|fmt|test|explain|dry-run|help|version|completions) [ "$COMP_CWORD" -gt 1 ] && command="${COMP_WORDS[1]}" ;;
    esac
    COMPREPLY=()
    case "$command $previous" in
        "run --rules") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "run --allow-path") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")); return ;;
        "run --plugin") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
        "run --input") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "run --output") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "run --explanations") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "- none" -- "$current")); return ;;
        "run --rejects") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "- none" -- "$current")); return ;;
        "run --accounts") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "- none" -- "$current")); return ;;
        "run --format") COMPREPLY=($(compgen -W "ndjson" -- "$current")); return ;;
        "run --max-ahead") :; return ;;
        "run --color"|"run --colour") COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
        "run --threads") :; return ;;
        "run --chunk-size") :; return ;;
        "check --format") COMPREPLY=($(compgen -W "text json sarif github" -- "$current")); return ;;
        "check --allow-path") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")); return ;;
        "check --plugin") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
        "check --color"|"check --colour") COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
        "fmt --color"|"fmt --colour") COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
        "test --filter") :; return ;;
        "test --format") COMPREPLY=($(compgen -W "text json junit" -- "$current")); return ;;
        "test --allow-path") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")); return ;;
        "test --plugin") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
        "test --color"|"test --colour") COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
        "explain --rules") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "explain --allow-path") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")); return ;;
        "explain --plugin") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
        "explain --input") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "explain --max-ahead") :; return ;;
        "explain --color"|"explain --colour") COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
        "dry-run --rules") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "dry-run --against") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "dry-run --allow-path") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")); return ;;
        "dry-run --plugin") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
        "dry-run --input") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "dry-run --max-ahead") :; return ;;
        "dry-run --changes") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "-" -- "$current")); return ;;
        "dry-run --color"|"dry-run --colour") COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
    esac
    if [ "$COMP_CWORD" -eq 1 ] && [ "${current#-}" = "$current" ]; then
        COMPREPLY=($(compgen -W "run check fmt test explain dry-run help version completions" -- "$current"))
        return
    fi
    case "$command" in
        run) COMPREPLY=($(compgen -W "--rules --allow-path --plugin --input --output --explanations --rejects --accounts --format --max-ahead --fail-on-reject --json --quiet --color --colour --threads --chunk-size --help --version" -- "$current")) ;;
        check) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "--format --strict --allow-path --plugin --color --colour --help" -- "$current")) ;;
        fmt) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "--check --diff --color --colour --help" -- "$current")) ;;
        test) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -W "--mutate --filter --format --allow-path --plugin --color --colour --help" -- "$current")) ;;
        explain) COMPREPLY=($(compgen -W "--rules --allow-path --plugin --input --max-ahead --json --full-ids --color --colour --help" -- "$current")) ;;
        dry-run) COMPREPLY=($(compgen -W "--rules --against --allow-path --plugin --input --max-ahead --changes --fail-on-change --json --color --colour --help" -- "$current")) ;;
        help) COMPREPLY=($(compgen -W "--man --help run check fmt test explain dry-run help version completions" -- "$current")) ;;
        version) COMPREPLY=($(compgen -W "--help" -- "$current")) ;;
        completions) COMPREPLY=($(compgen -W "--help bash zsh fish" -- "$current")) ;;
    esac
}
complete -F _bankrules bankrules
