import Azure
import Testing
import Transport

@Suite struct RepeatedCredentialsTests {
  /// What a server repeats of a request is told without what would let a reader in.
  @Test(
    arguments: [
      (
        "<p>Blocked: https://a.queue.core.windows.net/q?comp=metadata&sig=Zm9v%2Bbar%3D&se=2026</p>",
        "<p>Blocked: https://a.queue.core.windows.net/q?comp=metadata&sig=***&se=2026</p>"
      ),
      (
        "grant_type=client_credentials&client_secret=s3cret~x&scope=y",
        "grant_type=client_credentials&client_secret=***&scope=y"
      ),
      ("no such token: Bearer eyJ0.eyJx.sig", "no such token: Bearer ***"),
      ("sig=a sig=b", "sig=*** sig=***"), ("a signature is missing", "a signature is missing"),
    ]) func whatLetsInIsNotTold(text: String, told: String)
  {
    var response = HTTPResponse()
    response.status = 403
    response.errorBody = Array(text.utf8)
    #expect(AzureError(response).message == told)
  }
}
