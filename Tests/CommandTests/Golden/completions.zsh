#compdef bankrules
# zsh completion for bankrules 0.1.0
_bankrules() {
    local -a commands
    commands=(
        'run:decide a file or a stream of transactions'
        'check:find what is wrong with rules files'
        'fmt:bring rules files into their canonical layout'
        'test:run the tests in rules files'
        'explain:say why a transaction was decided as it was'
        'dry-run:show which decisions other rules would change'
        'help:show this page, or that of a command'
        'version:print the version'
        'completions:print a script that completes command lines in a shell'
    )
    if (( CURRENT == 2 )) && [[ "$words[2]" != -* ]]; then
        _describe command commands
        return
    fi
    local command=run
    if [[ "$words[2]" != -* ]]; then
        command="$words[2]"
        shift words
        (( CURRENT-- ))
    fi
    case "$command" in
        run)
            _arguments -S \
                '(--rules)--rules=[the rules to decide by]:FILE|DIR|-:_files' \
                '*--allow-path=[a directory that included files and lists may come from besides the rules'\'' own; may be repeated]:DIR:_files -/' \
                '*--plugin=[a shared library with functions that the rules call; may be repeated]:FILE:_files' \
                '(--input)--input=[the transactions, one JSON object a line; - is standard input]:FILE|-:_files' \
                '(--output)--output=[where the decisions go, one JSON object a line]:FILE|-:_files' \
                '(--explanations)--explanations=[where the reasons go, one JSON object for each decline, ignored repeat or flag]:FILE|-|none:_files' \
                '(--rejects)--rejects=[where lines go that are no transactions, with the reason]:FILE|-|none:_files' \
                '(--accounts)--accounts=[where a report of the accounts goes\: balances, and how many transactions were decided how]:FILE|-|none:_files' \
                '(--format)--format=[what the input is\: ndjson, one JSON object a line]:FORMAT:(ndjson)' \
                '(--max-ahead)--max-ahead=[reject a transaction whose time is further ahead of the latest one before it, such as 2d]:DURATION: ' \
                '(--fail-on-reject)--fail-on-reject[exit with 1 if any line is no transaction; the others are decided all the same]' \
                '(--json)--json[the summary as JSON]' \
                '(--quiet -q)--quiet[no summary and no progress]' \
                '(--quiet -q)-q[no summary and no progress]' \
                '(--color --colour)--color=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--color --colour)--colour=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--threads)--threads=[how many threads work; decisions don'\''t depend on it]:N: ' \
                '(--chunk-size)--chunk-size=[how much input is worked on together; decisions don'\''t depend on it]:BYTES: ' \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]'
            ;;
        check)
            _arguments -S \
                '(--format)--format=[text for people, json for programs, sarif for code hosts, github for its workflows]:FORMAT:(text json sarif github)' \
                '(--strict)--strict[exit with 1 if there are warnings]' \
                '*--allow-path=[a directory that included files and lists may come from besides the rules'\'' own; may be repeated]:DIR:_files -/' \
                '*--plugin=[a shared library with functions that the rules call; may be repeated]:FILE:_files' \
                '(--color --colour)--color=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--color --colour)--colour=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]' \
                '*:FILE|DIR:_files'
            ;;
        fmt)
            _arguments -S \
                '(--check)--check[write nothing; name the files that would change, and exit with 1 if there are any]' \
                '(--diff)--diff[write nothing; show what would change]' \
                '(--color --colour)--color=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--color --colour)--colour=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]' \
                '*:FILE|DIR:_files'
            ;;
        test)
            _arguments -S \
                '(--mutate)--mutate[change the rules in small ways, and list the changes that no test notices]' \
                '(--filter)--filter=[run only the tests whose names contain the text, in whatever case]:TEXT: ' \
                '(--format)--format=[text for people, json for programs, junit (XML) for build servers]:FORMAT:(text json junit)' \
                '*--allow-path=[a directory that included files and lists may come from besides the rules'\'' own; may be repeated]:DIR:_files -/' \
                '*--plugin=[a shared library with functions that the rules call; may be repeated]:FILE:_files' \
                '(--color --colour)--color=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--color --colour)--colour=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]' \
                '*:FILE|DIR:_files'
            ;;
        explain)
            _arguments -S \
                '(--rules)--rules=[the rules it was decided by]:FILE|DIR|-:_files' \
                '*--allow-path=[a directory that included files and lists may come from besides the rules'\'' own; may be repeated]:DIR:_files -/' \
                '*--plugin=[a shared library with functions that the rules call; may be repeated]:FILE:_files' \
                '(--input)--input=[the transactions, one JSON object a line; - is standard input]:FILE|-:_files' \
                '(--max-ahead)--max-ahead=[reject a transaction whose time is further ahead of the latest one before it, such as 2d]:DURATION: ' \
                '(--json)--json[the explanation as JSON]' \
                '(--full-ids)--full-ids[name transactions of other customers too, where a rule counts across them]' \
                '(--color --colour)--color=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--color --colour)--colour=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]' \
                '1:ID: '
            ;;
        dry-run)
            _arguments -S \
                '(--rules)--rules=[the rules that may come]:NEW:_files' \
                '(--against)--against=[the rules to compare them with]:OLD:_files' \
                '*--allow-path=[a directory that included files and lists may come from besides the rules'\'' own; may be repeated]:DIR:_files -/' \
                '*--plugin=[a shared library with functions that the rules call; may be repeated]:FILE:_files' \
                '(--input)--input=[the transactions, one JSON object a line; - is standard input]:FILE|-:_files' \
                '(--max-ahead)--max-ahead=[reject a transaction whose time is further ahead of the latest one before it, such as 2d]:DURATION: ' \
                '(--changes)--changes=[where each changed decision goes, one JSON object a line]:FILE|-:_files' \
                '(--fail-on-change)--fail-on-change[exit with 1 if any decision changes]' \
                '(--json)--json[the comparison as JSON]' \
                '(--color --colour)--color=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--color --colour)--colour=[auto, always or never; auto is on a terminal, and not where NO_COLOR is set]:WHEN:(auto always never)' \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]'
            ;;
        help)
            _arguments -S \
                '(--man)--man[print the manual page, for man(1)]' \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]' \
                '1::COMMAND:(run check fmt test explain dry-run help version completions)'
            ;;
        version)
            _arguments -S \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]'
            ;;
        completions)
            _arguments -S \
                '(--help -h)--help[show this page]' \
                '(--help -h)-h[show this page]' \
                '1:SHELL:(bash zsh fish)'
            ;;
    esac
}
if [ "$funcstack[1]" = "_bankrules" ]; then
    _bankrules "$@"
else
    compdef _bankrules bankrules
fi
