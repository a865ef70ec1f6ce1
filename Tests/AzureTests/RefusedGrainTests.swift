import Azure
import Testing
import Transport

@Suite struct RefusedGrainTests {
  /// The texts are those of the service.
  @Test(
    arguments: [
      (
        "Invalid time grain duration: PT3M, supported ones are: 00:01:00,00:05:00,1.00:00:00",
        [60, 300, 86_400]
      ),
      (
        "Commonly allowed time grains: 00:05:00,01:00:00 between metrics: M, can not support requested time grain: "
          + "1.00:00:00 please adjust your interval parameter to one of them, TraceId: {0}", [300, 3600]
      ),
      ("Invalid time grain duration: PT3M, supported ones are: PT1H,P1D, TraceId: {0}", [3600, 86_400]),
      ("Metric: M does not support requested dimension combination: d, supported ones are: a,b, TraceId: {0}", nil),
    ]) func whatThereIsIsRead(message: String, grains: [Int]?)
  {
    #expect(AzureError(status: 400, code: "BadRequest", message: message).grains == grains)
  }
}
