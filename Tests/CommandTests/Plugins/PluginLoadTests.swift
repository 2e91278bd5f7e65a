import Foundation
import Testing
import bankrules

/// What is said of files that can't be plugins, and that nothing else happens.
@Suite(.enabled(if: CompiledPlugin.isPossible)) struct PluginLoadTests {
    private let folder: Folder

    init() throws {
        folder = try Folder.withSample()
    }

    /// What `check` says with plugins beside rules that call none.
    private func check(_ plugins: String...) throws -> Transcript {
        try Binary.run(["check", "rules/default.rules"] + plugins.flatMap { ["--plugin", $0] }, in: folder.url)
    }

    private func expect(_ answer: Transcript, _ code: ExitCode, _ words: String) {
        #expect(answer.code == code, "\(answer.text)")
        #expect(answer.output.isEmpty)
        #expect(answer.errors == "bankrules: \(words)\n")
    }

    @Test func `a sound plugin changes nothing for rules that call none`() throws {
        try CompiledPlugin.make(in: folder)
        let answer = try check("plugin.so")
        #expect(answer.text == (try check()).text)
        #expect(answer.code == .success)
    }

    /// Variants of the source, with the sentence that follows.
    static let variants: [(macros: [String], words: String)] = [
        (["NO_SYMBOL"], "it has no symbol `bankrules_plugin_v1`, which every plugin exports"),
        (["ON_ENTRY=return NULL"], "its `bankrules_plugin_v1` returns nothing"),
        (["INTERFACE=2"], "it is made for version 2 of the interface, and this program has version 1"),
        (["INTERFACE=0"], "it is made for version 0 of the interface, and this program has version 1"),
        (["ON_LOAD=exit(3)"], "it ends the program when it is loaded, with exit 3"),
        (["ON_LOAD=close(1); _exit(0)"], "it ends the program when it is loaded, with exit 0"),
        (["NAME=\"\""], "its name is ``; a name is a text on one line"),
        (["NAME=\"a\\0b\""], "its name is `a\\u{0}b`; a name is a text on one line"),
        (["NAME=\"a\\xff\""], "its name is `a\\xff`; a name is a text on one line"),
        (["VERSION=\"1\\n2\""], "its version is `1\\u{a}2`; a version is a text on one line"),
        (["FUNCTION=\"Bytes\""], "it offers `Bytes`; a function's name is lower-case words joined by hyphens"),
        (["FUNCTION=\"a\\0b\""], "it offers `a\\u{0}b`; a function's name is lower-case words joined by hyphens"),
        (["FUNCTION=\"\\xff\""], "it offers `\\xff`; a function's name is lower-case words joined by hyphens"),
        (["FUNCTION=\"\""], "it offers ``; a function's name is lower-case words joined by hyphens"),
        (["FUNCTION=\"length\""], "it offers `length`, which has a meaning in every rules file"),
        (["FUNCTION=\"amount\""], "it offers `amount`, which has a meaning in every rules file"),
        (["FUNCTION=\"limit\""], "it offers `limit`, which has a meaning in every rules file"),
        (["FUNCTION=\"zeros\""], "it offers `zeros` twice"),
        (
            ["PARAMETER=9"],
            "parameter 1 of its `bytes` has the type 9; "
                + "the types are 1 (text), 2 (number), 3 (money), 4 (time) and 5 (boolean)"
        ),
        (
            ["RESULT=0"],
            "the result of its `bytes` has the type 0; "
                + "the types are 1 (text), 2 (number), 3 (money), 4 (time) and 5 (boolean)"
        ),
        (["RESULT=1"], "the result of its `bytes` is a text, which no result can be"),
        (["CALL=NULL"], "its `bytes` has nothing to call"),
        (["PARAMETERS=101"], "it has 101 parameters, and 100 is the most"),
        (["COUNT=SIZE_MAX"], "it has 18446744073709551615 functions, and 1000 is the most"),
    ]

    /// The thread sanitizer has an exit status of its own for a program that ends while threads run.
    private static let unusable =
        ProcessInfo.processInfo.environment["BANKRULES_SANITIZER"] == "thread"
        ? variants.filter { !$0.macros[0].contains("exit(") } : variants

    @Test(arguments: unusable)
    func `a plugin that can not be used is a clear sentence`(macros: [String], words: String) throws {
        try CompiledPlugin.make("bad.so", macros, in: folder)
        expect(try check("bad.so"), .unusablePlugin, "can't use the plugin `bad.so`: \(words)")
    }

    /// A sanitizer takes a bad access for its own finding and exits, so that there is no signal to tell.
    private static let crashes =
        ProcessInfo.processInfo.environment["BANKRULES_SANITIZER"] == nil
        ? ["ON_LOAD=raise(SIGSEGV)", "ON_ENTRY=abort()", "ON_ENTRY=*(volatile int *)8 = 1"] : ["ON_ENTRY=abort()"]

    @Test(arguments: crashes)
    func `a plugin that crashes when it is loaded crashes nothing else`(macro: String) throws {
        try CompiledPlugin.make("bad.so", [macro], in: folder)
        for command in [["check"], ["test"]] {
            let answer = try Binary.run(command + ["rules/default.rules", "--plugin=bad.so"], in: folder.url)
            #expect(answer.code == .unusablePlugin)
            #expect(answer.errors.hasPrefix("bankrules: can't use the plugin `bad.so`: it crashes when it is loaded: "))
            #expect(answer.errors.contains("(signal "))
        }
        let names = folder.names
        for command in [["run"], ["explain", "90417"], ["dry-run", "--rules", "rules/default.rules"]] {
            #expect(try Binary.run(command + ["--plugin", "bad.so"], in: folder.url).code == .unusablePlugin)
        }
        #expect(folder.names == names)
    }

    @Test(arguments: [
        "ON_LOAD=for (;;) pause()", "ON_LOAD=close(1); for (;;) pause()", "ON_ENTRY=for (;;) pause()",
        "ON_LOAD=if (fork() == 0) for (;;) pause(); else for (;;) pause()",
    ])
    func `a plugin that hangs when it is loaded is given up`(macro: String) throws {
        try CompiledPlugin.make("bad.so", [macro], in: folder)
        let fault = try PluginTrial.run(folder.path("bad.so"), program: Binary.path, milliseconds: 200)
        #expect(fault == .tooSlow(milliseconds: 200))
    }

    @Test func `a process that a plugin leaves behind holds nothing up`() throws {
        try CompiledPlugin.make("busy.so", ["ON_LOAD=if (fork() == 0) for (;;) pause()"], in: folder)
        let fault = try PluginTrial.run(folder.path("busy.so"), program: Binary.path, milliseconds: 30_000)
        #expect(fault == nil)
    }

    @Test func `a program that can not be started is a clear sentence`() throws {
        let fault = try PluginTrial.run("plugin.so", program: folder.path("none"))
        #expect(fault?.words == "it can't be tried in a process of its own: no such file or directory")
    }

    @Test func `what a plugin writes when it is tried is no answer`() throws {
        try CompiledPlugin.make("loud.so", ["ON_LOAD=(void)!write(1, \"oh\\0\", 3)"], in: folder)
        let answer = try check("loud.so")
        #expect(answer.code == .success)
        #expect(answer.output == "oh\0" + (try check()).output)
    }

    @Test func `what is no library is said so`() throws {
        try folder.write("not a library", to: "text.so")
        for path in ["text.so", "rules", "input.txt"] {
            let answer = try check(path)
            #expect(answer.code == .unusablePlugin)
            #expect(answer.errors.hasPrefix("bankrules: can't use the plugin `\(path)`: it can't be loaded: "))
        }
    }

    @Test(arguments: ["none.so", "./none.so", "libc.so.6", "rules/default.rules/x"])
    func `a plugin that is not there is not looked for elsewhere`(path: String) throws {
        expect(
            try check(path), .inputMissing, "there is no plugin `\(path)`; name its file with `--plugin FILE`")
    }

    @Test func `two plugins with one name, or with one function, are refused`() throws {
        try CompiledPlugin.make("a.so", in: folder)
        try CompiledPlugin.make("b.so", ["ALONE", "FUNCTION=\"other\""], in: folder)
        try CompiledPlugin.make("c.so", ["ALONE", "NAME=\"third\"", "FUNCTION=\"more\""], in: folder)
        try CompiledPlugin.make("d.so", ["ALONE", "NAME=\"fourth\"", "FUNCTION=\"other\""], in: folder)
        #expect(try check("a.so", "d.so").code == .success)
        expect(
            try check("a.so", "b.so"), .unusablePlugin,
            "the plugins `a.so` and `b.so` both have the name `sound`; give one of them")
        expect(
            try check("a.so", "a.so"), .unusablePlugin,
            "the plugins `a.so` and `a.so` both have the name `sound`; give one of them")
        expect(
            try check("a.so", "d.so", "c.so"), .unusablePlugin,
            "the plugins `a.so` and `c.so` both offer `more`; give one of them")
    }

    @Test func `no plugin is written over`() throws {
        try CompiledPlugin.make(in: folder)
        for arguments in [
            ["run", "--output", "plugin.so"], ["run", "--rejects", "./plugin.so"],
            ["dry-run", "--rules", "rules/default.rules", "--changes", "plugin.so"],
        ] {
            let answer = try Binary.run(arguments + ["--plugin", "plugin.so"], in: folder.url)
            #expect(answer.code == .usage)
            #expect(answer.errors.contains("`--plugin` and `"), "\(answer.text)")
        }
        #expect(try check("plugin.so").code == .success)
    }
}
