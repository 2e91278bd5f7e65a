package import RulesDSL
package struct Creator: Sendable { package init(currency: Currency) {}
 package func create(_ batch: TransactionBatch) { batch.count = 0; batch.lineCount = 0; batch.rejects = [] } }
extension RejectReason { package var code: String { "line-too-long" }
 package func sentence(_ currency: Currency) -> String { "" } }
extension TransactionBatch {
 func setTexts(row: Int, id: Substring.UTF8View, customer: Substring.UTF8View) {
   func h(_ b: [UInt8], _ f: UInt8) -> UInt64 { if b.count <= 15, !b.isEmpty, b.allSatisfy({ $0 >= 48 && $0 < 58 }), b[0] != 48 || b.count == 1 { flags[row] |= f; return b.reduce(0) { $0 * 10 + UInt64($1 - 48) } }; return b.reduce(1469598103934665603) { ($0 ^ UInt64($1)) &* 1099511628211 } }
   let i = Array(id), c = Array(customer)
   flags[row] |= Flag.inSide
   ids[row] = h(i, 1); customers[row] = h(c, 2)
   side.copy(from: i, to: 0); side.copy(from: c, to: i.count)
   let head = (i.count + c.count + 7) & ~7
   var o = head
   for v in [0, i.count, i.count, c.count] { for k in 0..<4 { side[o + k] = UInt8(truncatingIfNeeded: v >> (8 * k)) }; o += 4 }
   let b = OutputBuffer(); b.append("{\"id\":\""); b.append(jsonEscaped: i); b.append("\",\"customer_id\":\""); b.append(jsonEscaped: c); b.append("\"")
   side.copy(from: b.bytes, count: b.count, to: o)
   prefixOffsets[row] = UInt32(o); prefixLengths[row] = UInt16(b.count); sideCount = o + b.count
 } }
