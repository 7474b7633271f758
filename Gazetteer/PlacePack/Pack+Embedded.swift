internal import CGazetteerData
internal import FlatFile

extension Pack {
    /// The gazetteer linked into the program, opened once.
    ///
    /// `Scripts/build-pack` makes it from the tables in `Gazetteer/Data`; tests hold that it is theirs and
    /// whole.
    public static let embedded = Pack(.embedded)
}

extension PackFile {
    /// The pack linked into the program, opened once.
    public static let embedded: PackFile = opened { () throws(FlatFileError) in
        try PackFile(linked)
    }

    // SAFETY: a constant of the program, alive and unchanged as long as it runs.
    fileprivate static let linked: FlatBytes = {
        let pack = unsafe gazetteer_default_pack()
        return unsafe FlatBytes(
            constant: UnsafeRawBufferPointer(start: pack.bytes, count: pack.size))
    }()

    fileprivate static func opened<Value>(_ open: () throws(FlatFileError) -> Value) -> Value {
        do {
            return try open()
        } catch {
            preconditionFailure("the linked pack cannot be used: \(error); run Scripts/build-pack")
        }
    }
}

extension PackInfo {
    /// What the pack linked into the program says of itself; nothing else of it is read.
    public static let embedded: PackInfo = PackFile.opened { () throws(FlatFileError) in
        try PackFile.info(of: PackFile.linked)
    }
}
