import Formats
import Testing

@testable import Formats

@Test(arguments: [
  ("azure_cpu", "azure_cpu"), ("a.b", "a_b"), ("1st", "_1st"), ("__x", "_x"), ("_x", "_x"), ("é", "_"), ("", "_"),
  ("a:b C", "a:b_C"), ("___", "_"), ("_1", "_1"),
])
func metricNames(declared: String, exposed: String) {
  #expect(PrometheusName.metric(declared) == exposed)
}

@Test(arguments: [
  ("EntityName", "entityname"), ("availabilityResult/name", "availabilityresult_name"),
  ("Operation Name", "operation_name"),
  ("__name__", "_name__"), ("a:b", "a_b"), ("9", "_9"), ("Straße", "stra__e"), ("", "_"),
])
func labelNames(declared: String, exposed: String) {
  #expect(PrometheusName.label(declared) == exposed)
}

@Test(arguments: 0..<300) func everyNameIsLegal(seed: Int) {
  var generator = SystemRandomNumberGenerator()
  let name = String(
    (0..<seed % 9).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0..<300, using: &generator)) }
      .map(Character.init))
  let label = PrometheusName.label(name)
  #expect(label.wholeMatch(of: /[a-z_][a-z0-9_]*/) != nil && !label.hasPrefix("__"), "\(name.debugDescription)")
  #expect(PrometheusName.metric(name).wholeMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/) != nil, "\(name.debugDescription)")
}
