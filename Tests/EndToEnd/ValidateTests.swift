import Foundation
import Testing

/// `swath validate` as operators and CI start it.
struct EndToEndValidateTests {
  private let swath: SwathProcess
  private let config: String

  init() throws {
    swath = try SwathProcess()
    config = swath.folder.appending(path: "config").path
  }

  private let declaration = """
    version: v1
    azureMetadata:
      tenantId: c8819874-9e56-4e3f-b1a8-1c0325138f27
      subscriptionId: 0329dd2a-59dc-4493-aa54-cb01cb027dc2
      resourceGroupName: promitor
    metricDefaults:
      aggregation:
        interval: 00:05:00
      scraping:
        schedule: "*/5 * * * *"
    metrics:
      - name: vault_hits
        description: ""
        resourceType: KeyVault
        azureMetricConfiguration:
          metricName: ServiceApiHit
          aggregation:
            type: Count
        resourceDiscoveryGroups:
          - name: vaults

    """

  private let discovery = """
    azureLandscape:
      tenantId: c8819874-9e56-4e3f-b1a8-1c0325138f27
      subscriptions: [0329dd2a-59dc-4493-aa54-cb01cb027dc2]
    resourceDiscoveryGroups:
      - name: vaults
        type: KeyVault

    """

  private func writeSound() throws {
    try swath.write(declaration, "metrics-declaration.yaml")
    try swath.write(discovery, "resource-discovery-declaration.yaml")
    try swath.write("server:\n  httpPort: 80\n", "runtime.yaml")
  }

  /// Files with a fault of each severity, and one that only shows beside another file.
  private func writeFaulty() throws {
    try swath.write(
      declaration.replacing("type: Count", with: "type: count").replacing("*/5", with: "*").appending(
        """
          - name: vault.latency
            description: ""
            resourceType: KeyVault
            azureMetricConfiguration:
              metricName: ServiceApiLatency
              aggregation:
                type: Average
            resourceDiscoveryGroups:
              - name: vault

        """), "metrics-declaration.yaml")
    try swath.write(discovery, "resource-discovery-declaration.yaml")
    try swath.write("server:\n  httpPort: 80\n  maxDegreeOfParalelism: 8\n", "runtime.yaml")
    swath.environment["PROMITOR_concurrency__mutexTimeoutSeconds"] = "soon"
  }

  /// Checks, and calls the folder `conf` in whatever is printed.
  private func validate(_ arguments: String...) throws -> (status: Int32, stdout: String, stderr: String) {
    let result = try swath.call(["validate"] + arguments)
    return (
      result.status, result.stdout.replacing(config, with: "conf"), result.stderr.replacing(config, with: "conf")
    )
  }

  @Test func aSoundFolderIsAlmostSilent() throws {
    try writeSound()
    for arguments in [[], ["--strict"], ["--format", "github"]] {
      let result = try swath.call(["validate", "--config-dir", config] + arguments)
      #expect(result.status == 0 && result.stdout == "")
      #expect(result.stderr == "swath: 3 files, 1 metric, 1 discovery group: no faults\n")
    }
    swath.environment["PROMITOR_CONFIG_FOLDER"] = config
    #expect(try validate().stderr == "swath: 3 files, 1 metric, 1 discovery group: no faults\n")
  }

  @Test func filesToBeginWithAreSound() throws {
    #expect(try swath.call(["init", "--output", config]).status == 0)
    let result = try validate("--config-dir", config, "--strict")
    #expect(result.status == 0 && result.stdout == "", "\(result.stdout)")
  }

  @Test(arguments: [("text", "txt"), ("json", "json"), ("github", "github.txt")])
  func allFaultsOfAllFilesAreToldAtOnce(format: String, ending: String) throws {
    try writeFaulty()
    let result = try validate("--config-dir", config, "--format", format)
    #expect(result.status == 78)
    #expect(result.stderr == "swath: 3 files, 2 metrics, 1 discovery group: 2 errors, 3 warnings, 1 note\n")
    try expectGolden(result.stdout, "validate.\(ending)")
  }

  @Test func theDocumentIsJSON() throws {
    try writeFaulty()
    let result = try validate("--config-dir", config, "--format", "json", "--strict")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
    #expect(document["errors"] as? Int == 5 && document["warnings"] as? Int == 0 && document["notes"] as? Int == 1)
    #expect((document["diagnostics"] as? [[String: Any]])?.count == 6)
    #expect((document["files"] as? [String])?.count == 3)
  }

  @Test func warningsAreErrorsToTheStrict() throws {
    try writeSound()
    try swath.write("server:\n  httpPorts: 80\n", "runtime.yaml")
    let mild = try validate("--config-dir", config)
    #expect(mild.status == 0 && mild.stdout.hasPrefix("conf/runtime.yaml:2:3: warning: "))
    let strict = try validate("--config-dir", config, "--strict")
    #expect(strict.status == 78 && strict.stdout.hasPrefix("conf/runtime.yaml:2:3: error: "))
    #expect(strict.stderr.hasSuffix(": 1 error\n"))
  }

  @Test func aFileAloneIsCheckedAlone() throws {
    try writeSound()
    try swath.write("nothing: sound\n", "runtime.yaml")
    let path = "\(config)/metrics-declaration.yaml"
    let unchecked = [
      "whether the discovery groups that metrics name exist, and their types: no discovery declaration",
      "how to sign in, and where metrics go: no runtime file",
    ]
    let text = try validate("--declaration", path)
    #expect(text.status == 0 && text.stdout == "")
    #expect(
      text.stderr == unchecked.map { "swath: not checked: \($0)\n" }.joined() + "swath: 1 file, 1 metric: no faults\n")
    let github = try validate("--declaration", path, "--format", "github")
    #expect(github.stdout == unchecked.map { "::notice::not checked: \($0)\n" }.joined())
    #expect(github.stderr == "swath: 1 file, 1 metric: no faults\n")
    let json = try validate("--declaration", path, "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any]
    #expect(document?["unchecked"] as? [String] == unchecked)

    let discovery = try validate("--discovery", "\(config)/resource-discovery-declaration.yaml")
    #expect(discovery.status == 0 && discovery.stdout == "")
    #expect(discovery.stderr.contains("not checked: whether metrics name the discovery groups: no metrics declaration"))
    let pair = try validate("--declaration", path, "--discovery", "\(config)/resource-discovery-declaration.yaml")
    #expect(pair.status == 0 && !pair.stderr.contains("discovery groups that metrics name"))
    let runtime = try validate("--runtime", "\(config)/runtime.yaml")
    #expect(runtime.status == 0 && runtime.stdout.hasPrefix("conf/runtime.yaml:1:1: warning: "))
    #expect(runtime.stderr == "swath: 1 file: 1 warning\n")
  }

  @Test func severalDeclarationsAreOne() throws {
    try swath.write(declaration, "a.yaml")
    try swath.write(declaration, "b.yaml")
    let result = try validate("--declaration", "\(config)/a.yaml", "--declaration", "\(config)/b.yaml")
    #expect(result.status == 78)
    #expect(
      result.stdout.hasPrefix("conf/b.yaml:12:5: error: the metric 'vault_hits' is already declared in conf/a.yaml"))
  }

  @Test func theDiscoveryAgentsRuntimeFileIsChecked() throws {
    try writeSound()
    try swath.write("cache:\n  durationInMinutes: long\n", "agent.yaml")
    for arguments in [[], ["--config-dir", config], ["--runtime", "\(config)/runtime.yaml"]] {
      let result = try swath.call(["validate", "--discovery-runtime", "\(config)/agent.yaml"] + arguments)
      #expect(result.status == 78)
      #expect(result.stdout.hasPrefix("\(config)/agent.yaml:2:22: error: 'durationInMinutes': 'long' is no whole"))
      let files = arguments.isEmpty ? "1 file" : arguments[0] == "--runtime" ? "2 files" : "4 files, 1 metric, "
      #expect(result.stderr.contains("swath: \(files)"), "\(result.stderr)")
    }
  }

  @Test func everyKeyIsExplained() throws {
    try writeFaulty()
    let result = try validate("--config-dir", config, "--explain")
    #expect(result.status == 78)
    try expectGolden(result.stdout, "validate-explain.txt")
    #expect(result.stderr.hasSuffix(": 2 errors, 3 warnings, 1 note; without --explain they are told\n"))
    swath.environment["PROMITOR_concurrency__mutexTimeoutSeconds"] = nil
    try writeSound()
    let sound = try validate("--config-dir", config, "--explain")
    #expect(sound.status == 0 && sound.stderr.hasSuffix(": no faults\n"))
  }

  @Test func whatCannotBeMeantIsStatus64() throws {
    try writeSound()
    for arguments in [["--format", "xml"], ["--explain", "--format", "json"], ["metrics.yaml"], ["--lax"]] {
      let result = try swath.call(["validate", "--config-dir", config] + arguments)
      #expect(result.status == 64 && result.stdout == "" && !result.stderr.isEmpty, "\(arguments)")
    }
  }

  @Test func whatIsMissingIsStatus66() throws {
    let empty = try validate("--config-dir", config)
    #expect(empty.status == 66 && empty.stdout == "")
    #expect(empty.stderr.contains("there is no configuration in conf; "))
    try writeSound()
    for option in ["--declaration", "--discovery", "--runtime", "--discovery-runtime"] {
      for path in ["\(config)/none.yaml", config] {
        let result = try validate(option, path)
        #expect(result.status == 66 && result.stdout == "" && result.stderr.hasPrefix("swath: error: "), "\(option)")
      }
    }
  }

  @Test func anOutputThatCannotBeWrittenIsStatus74() throws {
    try writeFaulty()
    #expect(try swath.runByShell("$SWATH validate --config-dir \(config) > /dev/full") == 74)
  }

  /// A token stands in the declaration, once where a fault is in the same line, and once in the wrong place.
  @Test(arguments: [
    "{rawValue: \"?sv=S3cr3t\", environmentVariabl: x}", "?sv=S3cr3t", "{rawValu: S3cr3t}",
    "\n          rawValue: S3cr3t: x",
    "\n          rawValue: S3cr3t\n          other: S3cr3t",
  ])
  func aSecretIsInNoOutput(token: String) throws {
    let queue = """
        - name: queue_length
          description: ""
          resourceType: StorageQueue
          azureMetricConfiguration:
            metricName: MessageCount
            aggregation:
              type: Total
          resources:
            - accountName: account
              queueName: queue
              sasToken: \(token)

      """
    try swath.write(declaration.replacing("vaults", with: "vault") + queue, "metrics-declaration.yaml")
    for arguments in [[], ["--format", "json"], ["--format", "github"], ["--strict"], ["--explain"]] {
      let result = try swath.call(["validate", "--config-dir", config] + arguments)
      #expect(result.status == 78 || !arguments.contains("--strict"))
      #expect(result.stdout.contains("metrics-declaration.yaml") || arguments == ["--explain"])
      #expect(!(result.stdout + result.stderr).contains("S3cr3t"), "\(result.stdout)")
    }
  }
}
