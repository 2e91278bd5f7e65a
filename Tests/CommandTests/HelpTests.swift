import Testing
import bankrules

@Suite struct HelpTests {
    @Test(arguments: CommandName.allCases)
    func `the page of a command`(command: CommandName) throws {
        let page = obey(["help", command.rawValue])
        #expect(page.code == .success && page.errors.isEmpty)
        try Golden.expect(page.output, "help-\(command.rawValue).txt")
        #expect(obey([command.rawValue, "--help"]).output == page.output)
        #expect(obey([command.rawValue, "--no-such-option", "-h"]).output == page.output)
    }

    @Test func `the page of the program`() throws {
        let page = obey(["help"])
        try Golden.expect(page.output, "help.txt")
        #expect(obey(["--help"]).output == page.output)
        #expect(obey(["--rules", "x", "-h"]).output == page.output)
    }

    @Test func `the manual page`() throws {
        try Golden.expect(obey(["help", "--man"]).output, "bankrules.1")
    }

    @Test(arguments: Shell.allCases)
    func `the completions of a shell`(shell: Shell) throws {
        try Golden.expect(obey(["completions", shell.rawValue]).output, "completions.\(shell.rawValue)")
    }

    @Test(arguments: [["version"], ["--version"], ["-V"], ["--rules", "x", "--version"]])
    func `the version`(arguments: [String]) {
        let version = obey(arguments)
        #expect(version.code == .success)
        #expect(version.output == "bankrules 0.1.0\n")
        #expect(version.errors.isEmpty)
    }

    @Test func `no page is wider than 80 columns`() {
        for command in [[]] + CommandName.allCases.map({ [$0.rawValue] }) {
            for line in obey(["help"] + command).output.split(separator: "\n") {
                #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
            }
        }
    }

    @Test func `headings stand out on a terminal only`() {
        #expect(obey(["help"], isTerminal: true).output.contains("\u{1B}[1mUsage:\u{1B}[0m"))
        #expect(!obey(["help"], environment: ["NO_COLOR": "1"], isTerminal: true).output.contains("\u{1B}"))
        #expect(!obey(["help"], environment: ["TERM": "dumb"], isTerminal: true).output.contains("\u{1B}"))
        #expect(obey(["help"], environment: ["NO_COLOR": ""], isTerminal: true).output.contains("\u{1B}"))
    }
}
