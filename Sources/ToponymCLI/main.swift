internal import ArgumentParser
internal import Diagnostics
internal import MapPipeline
internal import SystemFiles

SystemFile.tellSizeLimits()
// The one place where errors become text and an exit status.
do {
    let arguments = CommandLine.arguments.dropFirst().map(shieldedDegrees)
    var command = try ToponymCommand.parseAsRoot(arguments)
    try command.run()
} catch let fault as FileFault {
    Terminal.say(fault.diagnostic)
    ToponymCommand.exit(withError: ExitStatus.unusable)
} catch {
    let code = ToponymCommand.exitCode(for: error)
    switch code {
    case .success, ExitStatus.notAll, ExitStatus.unusable:
        ToponymCommand.exit(withError: error)
    default:
        // The parser says 64 for usage; the contract says 2.
        Terminal.writeError(ToponymCommand.fullMessage(for: error) + "\n")
        ToponymCommand.exit(withError: ExitStatus.unusable)
    }
}
