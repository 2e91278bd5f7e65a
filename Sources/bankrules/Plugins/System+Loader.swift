extension System {
    /// Whether this program was linked with all it needs, so that nothing can load a library into it.
    static var isStatic: Bool {
        #if canImport(Darwin)
            return false
        #elseif canImport(Musl)
            return true
        #else
            // The kernel tells each program where it has put the loader: nowhere if it has none.
            guard let vector = try? Descriptor.open(reading: "/proc/self/auxv") else { return false }
            defer { try? vector.close() }
            let bytes = (try? vector.readAll(limit: 1 << 16)) ?? []
            let words = stride(from: 0, to: bytes.count - 7, by: 8).map { start in
                bytes[start..<start + 8].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            }
            let pairs = stride(from: 0, to: words.count - 1, by: 2)
            let base = pairs.first { words[$0] == loaderBase }
            return base.map { words[$0 + 1] == 0 } ?? false
        #endif
    }

    /// `AT_BASE`, in machines of 64 bits with the lowest byte first.
    private static let loaderBase: UInt64 = 7
}
