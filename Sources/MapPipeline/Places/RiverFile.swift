public import Basemap
internal import Boundaries
internal import CRiverData
internal import FlatFile

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The rivers, which lie beside the program: their licence (LGPL) keeps them from being linked in.
public enum RiverFile {
    /// The file: in the folder that the build makes beside the program, else in `../share/toponym`.
    ///
    /// - Returns: nil when it is in neither.
    public static func find() -> String? {
        guard let folder = folderOfProgram() else { return nil }
        // SAFETY: a constant string of the linked data.
        let built = unsafe String(cString: river_data_path())
        return ["\(folder)/\(built)", "\(folder)/../share/toponym/rivers.bin"]
            .first { name in
                // SAFETY: the C string lives through the call.
                unsafe access(name, R_OK) == 0
            }
    }

    /// The base map linked into the program, with rivers where their file is found.
    ///
    /// - Returns: the base map, and what is wrong with the rivers, or nil.
    public static func basemap() -> (store: BasemapStore, problem: String?) {
        guard let name = find() else {
            return (.embedded, "the map has no rivers: rivers.bin is not beside the program")
        }
        do {
            return (try BasemapStore.embedded.adding(rivers: FlatBytes(mapping: name)), nil)
        } catch {
            return (.embedded, "the map has no rivers: rivers.bin beside the program: \(error)")
        }
    }

    private static func folderOfProgram() -> String? {
        #if canImport(Glibc)
            // SAFETY: realpath gives a new C string, which is freed once it is copied.
            guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
            defer { unsafe free(path) }
            let name = unsafe String(cString: path)
        #else
            guard let name = CommandLine.arguments.first else { return nil }
        #endif
        return name.lastIndex(of: "/").map { String(name[..<$0]) }
    }
}
