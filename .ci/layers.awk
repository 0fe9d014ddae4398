# The rules of .ci/layers, over Swift files, which are read twice: with pass=1 to learn which functions a target
# declares, with pass=2 to check. Other variables: table, root.
#
# Each line is split into `code` (strings and comments taken out) and `text` (what strings hold), so that a word in
# a message is no violation and SQL in one is.

BEGIN {
    rows = split(table, row, "\n")
    for (i = 1; i <= rows; i++) {
        fields = split(row[i], field, " ")
        if (fields < 2) continue
        kind[field[1]] = field[2]
        for (j = 3; j <= fields; j++) allowed[field[1], field[j]] = 1
    }
    # What reaches the world, unless the target has a function of its own by that name.
    worldly = "print debugPrint dump putc puts fputs write open openat fopen readLine getenv time clock_gettime"
    worldlies = split(worldly, world, " ")
    # What a pure target may take from the C library, one function at a time: arithmetic and memory, no world.
    harmless = " log log2 log10 log1p exp pow sqrt memchr memcmp memcpy "
}

FNR == 1 {
    rest = substr(FILENAME, length(root) + 2)
    target = substr(rest, 1, index(rest, "/") - 1)
    depth = 0          # open strings; the text of an interpolation is code again
    mode = "code"
    comments = 0       # open /* */, which nest
    if (pass == 2 && !(target in kind)) report("the target " target " is not in the table of .ci/layers")
}

{
    split_line($0)
    if (pass == 1) { learn_functions(); next }
    check_import()
    check_sql()
    check_purity()
    check_traps()
}

END { exit found > 0 }

function report(reason) {
    printf "%s:%d: %s\n", FILENAME, FNR, reason
    found++
}

# Fills `code` and `text`; strings of one line are parted by a newline in `text`.
function split_line(line,    at, size, c, marks, quotes, closing) {
    code = ""
    text = ""
    size = length(line)
    for (at = 1; at <= size; at++) {
        c = substr(line, at, 1)
        if (comments > 0) {
            if (substr(line, at, 2) == "*/") { comments--; at++ }
            else if (substr(line, at, 2) == "/*") { comments++; at++ }
        } else if (mode == "string") {
            closing = delimiter[depth] hashes[depth]
            if (substr(line, at, length(closing)) == closing) {
                at += length(closing) - 1
                depth--
                mode = "code"
                text = text "\n"
            } else if (substr(line, at, 1 + length(hashes[depth])) == "\\" hashes[depth]) {
                at += 1 + length(hashes[depth])
                if (substr(line, at, 1) == "(") { mode = "code"; parentheses[depth] = 1; code = code "(" }
            } else text = text c
        } else if (substr(line, at, 2) == "//") {
            break
        } else if (substr(line, at, 2) == "/*") {
            comments++
            at++
        } else if (match(substr(line, at), /^#*"/)) {
            marks = substr(line, at, RLENGTH - 1)
            at += length(marks)
            quotes = substr(line, at, 3) == "\"\"\"" ? "\"\"\"" : "\""
            at += length(quotes) - 1
            depth++
            delimiter[depth] = quotes
            hashes[depth] = marks
            parentheses[depth] = 0
            mode = "string"
            code = code "\"\""
        } else {
            code = code c
            if (depth > 0 && c == "(") parentheses[depth]++
            if (depth > 0 && c == ")" && --parentheses[depth] == 0) mode = "string"
        }
    }
    # Only a """ string goes on to the next line.
    while (depth > 0 && mode == "string" && delimiter[depth] == "\"") { depth--; mode = "code" }
}

function check_import(    words, word, i, module, member) {
    if (code !~ /^[ \t]*(@[A-Za-z_]+(\([a-zA-Z]+\))?[ \t]+)*((public|package|internal|fileprivate|private)[ \t]+)?import[ \t]/) return
    words = split(code, word, " ")
    for (i = 1; word[i] != "import"; i++) {}
    i++
    member = word[i] ~ /^(func|struct|class|enum|protocol|typealias|let|var|actor)$/ ? word[i++] : ""
    module = word[i]
    sub(/;.*/, "", module)
    if (member != "") {
        member = module
        sub(/^[^.]*\./, "", member)
    }
    sub(/\..*/, "", module)
    if (module == "Swift" || ((target, "*") in allowed) || ((target, module) in allowed)) return
    if (module == "Glibc" && member != "" && index(harmless, " " member " ")) return
    report(target " may not import " word[i])
}

function check_sql(    strings, count, i, s) {
    if (target == "KBStore" || text == "") return
    count = split(text, strings, "\n")
    for (i = 1; i <= count; i++) {
        s = strings[i]
        sub(/^[ \t]+/, "", s)
        if (s ~ /^SELECT / || s ~ /^select .* from / ||
            s ~ /^(INSERT|insert) ([a-zA-Z]+ )*(INTO|into) / || s ~ /^(REPLACE INTO|replace into|DELETE FROM|delete from) / ||
            s ~ /^(UPDATE|update) [a-z_]+ (SET|set) / || s ~ /^(CREATE|create|DROP|drop|ALTER|alter) ([A-Za-z]+ )*(TABLE|table|TRIGGER|trigger) / ||
            s ~ /^(PRAGMA|pragma) [a-z_]+/)
            report("SQL belongs in KBStore")
    }
}

function learn_functions(    name) {
    if (!match(code, /func +[A-Za-z_]+/)) return
    name = substr(code, RSTART, RLENGTH)
    sub(/func +/, "", name)
    declared[target, name] = 1
}

function check_purity(    i) {
    if (kind[target] != "pure") return
    for (i = 1; i <= worldlies; i++)
        if (!((target, world[i]) in declared) && code ~ "(^|[^A-Za-z0-9_.])" world[i] "\\(")
            report("a pure target touches no file, clock or stream: " world[i])
    if (code ~ /(^|[^A-Za-z0-9_])(FileHandle|FileManager|ProcessInfo|CommandLine|ContinuousClock|SuspendingClock|SystemRandomNumberGenerator)([^A-Za-z0-9_]|$)/ ||
        code ~ /(^|[^A-Za-z0-9_])Date\(\)/)
        report("a pure target is given its files, days and randomness")
}

function check_traps() {
    if (code ~ /(^|[^A-Za-z0-9_])(try|as)!/) report("try! and as! can trap: bind the value, or throw")
    else if (code ~ /[A-Za-z0-9_)\]?"]!([^=]|$)/) report("a forced value can trap: bind it with guard let")
    if (code ~ /(^|[^A-Za-z0-9_])(fatalError|preconditionFailure|assertionFailure)\(/) report("return a value or throw; never trap")
}
