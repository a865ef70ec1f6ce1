/// The labels of series without dimensions: rendered once for each resource, as one metric after the other shows them.
struct RenderedLabels {
  var blocks: LabelBlocks
  private var openings: [[UInt8]] = []
  private var shape: [LabelSource?] = []
  /// Whether none of the labels is a dimension.
  private(set) var isPlain = false

  init(resources: Int) {
    blocks = LabelBlocks(count: resources)
  }

  /// Says of which labels the next ones are.
  mutating func use(_ openings: [[UInt8]], _ shape: [LabelSource?]) {
    guard shape != self.shape || openings != self.openings || shape.isEmpty else { return }
    self.shape = shape
    self.openings = openings
    isPlain = shape.allSatisfy { if case .dimension? = $0 { false } else { true } }
    blocks.clear()
  }
}
