#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Column {
    /// Zeroed memory that costs nothing until it is touched.
    ///
    /// - Precondition: All-zero bytes are a valid element.
    package init(zeroed capacity: Int) {
        let memory = unsafe calloc(max(capacity, 1), MemoryLayout<Element>.stride)
        guard let memory = unsafe memory else {
            // Allocating as Swift does ends the process where there is no memory.
            unsafe self.init(base: .allocate(capacity: capacity), capacity: capacity)
            return
        }
        unsafe self.init(base: memory.bindMemory(to: Element.self, capacity: capacity), capacity: capacity)
    }

    /// Above this many bytes a table asks for huge pages: random access to small ones misses the address cache.
    private static var hugePage: Int { 2 << 20 }

    /// Zeroed memory straight from the system, which costs nothing until it is touched; for tables that grow large.
    ///
    /// - Precondition: All-zero bytes are a valid element.
    /// - Parameters:
    ///   - capacity: How many elements.
    ///   - isSpare: Whether most of it may never be touched, so that the system need not have it ready.
    /// - Returns: nil where the system has no such memory to give.
    package static func mapped(capacity: Int, isSpare: Bool = false) -> Column? {
        let bytes = mappedBytes(capacity)
        let address = bytes >= hugePage ? unsafe mapHuge(bytes, isSpare) : unsafe map(bytes, isSpare)
        guard let address = unsafe address else { return nil }
        return unsafe Column(base: address.bindMemory(to: Element.self, capacity: capacity), capacity: capacity)
    }

    private static func map(_ bytes: Int, _ isSpare: Bool) -> UnsafeMutableRawPointer? {
        let flags = MAP_PRIVATE | MAP_ANON | (isSpare ? MAP_NORESERVE : 0)
        guard let address = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0),
            unsafe address != MAP_FAILED
        else { return nil }
        return unsafe address
    }

    /// The same, beginning where a huge page can: what stands before and behind is given back.
    private static func mapHuge(_ bytes: Int, _ isSpare: Bool) -> UnsafeMutableRawPointer? {
        guard let address = unsafe map(bytes + hugePage, isSpare) else { return nil }
        let before = -Int(bitPattern: address) & (hugePage - 1)
        let start = unsafe address + before
        if before > 0 { unsafe munmap(address, before) }
        unsafe munmap(start + bytes, hugePage - before)
        #if os(Linux)
            // Advice only: without huge pages everything works, a little slower.
            _ = unsafe madvise(start, bytes, MADV_HUGEPAGE)
        #endif
        return unsafe start
    }

    /// Gives memory from `mapped` back. No copy of this column may be used after it.
    package func unmap() {
        unsafe munmap(UnsafeMutableRawPointer(base), Self.mappedBytes(capacity))
    }

    /// Whole huge pages from the first one on.
    private static func mappedBytes(_ capacity: Int) -> Int {
        let bytes = max(capacity * MemoryLayout<Element>.stride, 1)
        return bytes < hugePage ? bytes : (bytes + hugePage - 1) & -hugePage
    }

    /// Copies `count` elements from the beginning of `source` to `start`.
    package func copy(from source: Column, sourceStart: Int = 0, count: Int, to start: Int = 0) {
        assert(start >= 0 && count >= 0 && start + count <= capacity && sourceStart + count <= source.capacity)
        unsafe (base + start).update(from: source.base + sourceStart, count: count)
    }

    /// Copies an array's elements to `start`.
    @inline(__always)
    package func copy(from source: [Element], to start: Int) {
        assert(start >= 0 && start + source.count <= capacity)
        unsafe source.withUnsafeBufferPointer { elements in
            guard let address = elements.baseAddress else { return }
            unsafe (base + start).update(from: address, count: source.count)
        }
    }

    /// Whether `count` elements from `start` are byte for byte those of `other` from `otherStart`.
    package func matches(_ other: Column, at otherStart: Int, count: Int, from start: Int) -> Bool {
        assert(start >= 0 && start + count <= capacity && otherStart >= 0 && otherStart + count <= other.capacity)
        return unsafe memcmp(base + start, other.base + otherStart, count * MemoryLayout<Element>.stride) == 0
    }

    /// Reads the elements at the given places and returns a value made from all, so that the compiler can't drop the
    /// loads. A loop of independent loads waits for memory once, not once for each: this is the prefetch that Swift
    /// does not have.
    @inline(never)
    package func touch(_ places: Column<Int>, count: Int, offset: Int = 0) -> Element where Element: FixedWidthInteger {
        var mixed: Element = 0
        for index in 0..<count {
            mixed ^= self[places[index] + offset]
        }
        return mixed
    }
}

extension Column where Element == Int64 {
    /// A half of a word: those of word `i` are `2 * i` and `2 * i + 1`, in the order in which they lie in memory.
    ///
    /// A word is read and written either whole or by its halves, never both.
    subscript(half index: Int) -> Int32 {
        @inline(__always) get {
            assert(index >= 0 && index < capacity * 2, "a column has no such half")
            return unsafe UnsafeRawPointer(base).load(fromByteOffset: index &* 4, as: Int32.self)
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < capacity * 2, "a column has no such half")
            unsafe UnsafeMutableRawPointer(base).storeBytes(of: newValue, toByteOffset: index &* 4, as: Int32.self)
        }
    }
}

extension Column where Element == UInt8 {
    /// Copies a text of the program's own to `start`.
    @inline(__always)
    package func copy(from text: StaticString, to start: Int) {
        assert(text.hasPointerRepresentation && start + text.utf8CodeUnitCount <= capacity)
        unsafe (base + start).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// What `copySteps` copies at once: two registers.
    static var copyStep: Int { 32 }

    /// Copies a text of at most three steps in whole steps, without a call. Both sides need the room.
    @inline(__always)
    func copySteps(from source: Column, sourceStart: Int, count: Int, to start: Int) {
        copyStep(from: source, sourceStart: sourceStart, to: start)
        guard count > Self.copyStep else { return }
        copyStep(from: source, sourceStart: sourceStart + Self.copyStep, to: start + Self.copyStep)
        guard count > 2 * Self.copyStep else { return }
        copyStep(from: source, sourceStart: sourceStart + 2 * Self.copyStep, to: start + 2 * Self.copyStep)
        guard count > 3 * Self.copyStep else { return }
        let done = 3 * Self.copyStep
        copy(from: source, sourceStart: sourceStart + done, count: count - done, to: start + done)
    }

    @inline(__always)
    private func copyStep(from source: Column, sourceStart: Int, to start: Int) {
        assert(sourceStart + Self.copyStep <= source.capacity && start + Self.copyStep <= capacity)
        let from = unsafe UnsafeRawPointer(source.base + sourceStart)
        let to = unsafe UnsafeMutableRawPointer(base + start)
        for part in 0..<2 {
            let bytes = unsafe from.loadUnaligned(fromByteOffset: part * 16, as: SIMD16<UInt8>.self)
            unsafe to.storeBytes(of: bytes, toByteOffset: part * 16, as: SIMD16<UInt8>.self)
        }
    }

    /// `read(2)` of at most `count` bytes to `start`; below zero where it failed.
    package func read(_ descriptor: Int32, at start: Int, count: Int) -> Int {
        assert(start >= 0 && start + count <= capacity)
        #if canImport(Darwin)
            return unsafe Darwin.read(descriptor, base + start, count)
        #elseif canImport(Musl)
            return unsafe Musl.read(descriptor, base + start, count)
        #else
            return unsafe Glibc.read(descriptor, base + start, count)
        #endif
    }

    /// `write(2)` of at most `count` bytes from `start`; below zero where it failed.
    package func write(_ descriptor: Int32, at start: Int, count: Int) -> Int {
        assert(start >= 0 && start + count <= capacity)
        #if canImport(Darwin)
            return unsafe Darwin.write(descriptor, base + start, count)
        #elseif canImport(Musl)
            return unsafe Musl.write(descriptor, base + start, count)
        #else
            return unsafe Glibc.write(descriptor, base + start, count)
        #endif
    }
}
