/// Spreads a key over 64 bits for the hash tables: a folded 128-bit product, as in wyhash (Wang Yi, public domain).
///
/// The seed differs from process to process, so that nobody can prepare keys that collide; the order of a table's
/// slots never reaches a result.
@inline(__always)
func mix(_ key: UInt64, seed: UInt64) -> UInt64 {
    let product = (key ^ seed).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
}
