internal import ArgumentParser

@main
struct ToponymCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "toponym")
}
