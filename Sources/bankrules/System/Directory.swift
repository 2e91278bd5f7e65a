#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system says of directories.
package enum Directory {
    /// The names in a directory, without `.` and `..`, in the order of their bytes.
    package static func names(in path: String) throws(SystemFailure) -> [String] {
        guard let stream = unsafe opendir(path) else { throw SystemFailure.last }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { (bytes) -> String in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw SystemFailure.last }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
