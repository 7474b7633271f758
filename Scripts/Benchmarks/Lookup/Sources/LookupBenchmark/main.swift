// Makes the pack of the benchmark's tables, or asks it all queries; one line of JSON a result.
//
//   LookupBenchmark build FOLDER
//   LookupBenchmark run FOLDER [exact|fuzzy|prefix|nearest|packs…]
//   LookupBenchmark growth PACK

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else { throw BenchmarkError.usage }
let tables = Tables(folder: arguments[1])
switch arguments[0] {
case "growth":
    var growth = try Growth(opening: arguments[1])
    growth.run()
case "build": try PackMaking.run(tables)
case "run": try Runs(tables).run(Set(arguments.dropFirst(2)))
default: throw BenchmarkError.usage
}
