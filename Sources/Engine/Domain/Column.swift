/// A fixed run of plain values outside of Swift's arrays: one field of many transactions, or a table's slots.
///
/// The hot loops read and write columns without bounds checks in a release build; a debug build checks every access,
/// and the tests run under the address sanitizer. A column does not own its memory: the class that allocates it frees
/// it, and hands out columns only while it lives.
@safe
package struct Column<Element: BitwiseCopyable>: BitwiseCopyable, @unchecked Sendable {
    // Sendable because who may touch which column when is settled by the pipeline's stages: a batch belongs to one
    // stage at a time, handed over under the pipeline's mutex.
    @usableFromInline let base: UnsafeMutablePointer<Element>
    /// How many elements there are.
    package let capacity: Int

    /// Allocates `capacity` elements, each set to `value`.
    package init(repeating value: Element, capacity: Int) {
        self.capacity = capacity
        unsafe base = .allocate(capacity: capacity)
        unsafe base.initialize(repeating: value, count: capacity)
    }

    /// A view of memory that somebody else allocated.
    init(base: UnsafeMutablePointer<Element>, capacity: Int) {
        unsafe self.base = base
        self.capacity = capacity
    }

    /// The element at `index`, which must be below `capacity`.
    package subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < capacity, "a column has no such row")
            return unsafe base[index]
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < capacity, "a column has no such row")
            unsafe base[index] = newValue
        }
    }

    /// Frees the memory. No copy of this column may be used after it.
    package func deallocate() {
        unsafe base.deallocate()
    }
}
