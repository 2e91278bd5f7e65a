/// The program's entry point.
@main
struct Bankrules {
    static func main() {}
}
