import Engine
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Descriptors as other programs hand them over.
@Suite struct DescriptorTests {
    @Test(.timeLimit(.minutes(10)))
    func `a pipe that says it is full for now gets everything in the end`() async throws {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        let (reader, writer) = (ends[0], ends[1])
        _ = fcntl(writer, F_SETFL, O_NONBLOCK)
        let count = 1_000_000
        let reading = Task.detached { () -> Int in
            var total = 0
            var bytes = [UInt8](repeating: 0, count: 10_000)
            while true {
                let result = unsafe read(reader, &bytes, bytes.count)
                guard result > 0 else { return total }
                total += result
            }
        }
        let bytes = Column<UInt8>(zeroed: count)
        defer { bytes.deallocate() }
        let result = Result { () throws(CriticalError) in try DescriptorSink(writer).write(bytes, count: count) }
        close(writer)
        #expect(throws: Never.self) { try result.get() }
        #expect(await reading.value == count)
        close(reader)
    }
}
