import CHarfBuzz

/// A text cut down to the scalars that can be drawn, each with its script and its face.
struct ItemizedText {
    /// The scalars in logical order; line breaks and tabs have become spaces.
    var scalars: [UInt32] = []
    /// The script that each is shaped in (`hb_script_t`).
    var scripts: [UInt32] = []
    /// The face that each is set in, an index into `LinkedFace.all`.
    var faces: [Int] = []
    /// The scalars left out, each once, in the order of the text.
    private(set) var missing: [Unicode.Scalar] = []
    private var reported: Set<Unicode.Scalar> = []

    fileprivate mutating func append(_ scalar: Unicode.Scalar, script: hb_script_t, face: Int) {
        scalars.append(scalar.value)
        scripts.append(script.rawValue)
        faces.append(face)
    }

    fileprivate mutating func leaveOut(_ scalar: Unicode.Scalar) {
        if reported.insert(scalar).inserted { missing.append(scalar) }
    }
}

/// Chooses script and face for the grapheme clusters of a text.
struct Itemizer {
    let faces: [ShapingFace]
    let chains: FaceChains

    /// Itemises a text for a style. A cluster goes to the first face that shows all of it.
    func itemize(_ text: String, style: FontStyle) -> ItemizedText {
        var items = ItemizedText()
        let clusters = text.map { $0.unicodeScalars.map(Self.drawn) }
        for (cluster, script) in zip(clusters, Self.scripts(of: clusters)) {
            append(cluster, script: script, style: style, to: &items)
        }
        return items
    }

    private func append(
        _ cluster: [Unicode.Scalar], script: hb_script_t, style: FontStyle,
        to items: inout ItemizedText
    ) {
        let seen = cluster.filter(\.isSeen)
        let chain = chains.faces(for: style, script: script)
        // What is never seen (joiners, direction marks) shapes its neighbours, so it stays with them.
        let neighbour = seen.isEmpty ? items.faces.last : nil
        let whole = neighbour ?? chain.first { face($0, shows: seen, in: script) }
        let part = whole ?? chain.first { faces[$0].holds(seen[0].value) }
        for scalar in cluster {
            if let part, whole != nil || !scalar.isSeen || faces[part].holds(scalar.value) {
                items.append(scalar, script: script, face: part)
            } else if scalar.isSeen {
                items.leaveOut(scalar)
            }
        }
    }

    /// Whether a face has a glyph for each scalar or, where Unicode composes or decomposes, for what
    /// the cluster is equal to.
    private func face(
        _ index: Int, shows cluster: [Unicode.Scalar], in script: hb_script_t
    ) -> Bool {
        let face = faces[index]
        if cluster.allSatisfy({ face.holds($0.value) }) { return true }
        guard cluster.count > 1 || cluster.contains(where: Self.decomposes) else { return false }
        let traits = ShapingTraits(
            script: script.rawValue, isRightToLeft: false, language: "", hasLigatures: true)
        let glyphs = face.shape(cluster.map(\.value), in: cluster.indices, traits: traits)
        return glyphs.allSatisfy { $0.glyph != 0 }
    }

    private static func decomposes(_ scalar: Unicode.Scalar) -> Bool {
        var first: hb_codepoint_t = 0
        var second: hb_codepoint_t = 0
        // SAFETY: the default functions are HarfBuzz's own, immutable and never freed; the two results
        // are written during the call only.
        let functions = unsafe hb_unicode_funcs_get_default()
        return unsafe hb_unicode_decompose(functions, scalar.value, &first, &second) != 0
    }

    /// The scalar drawn for one of the text: a line holds no breaks and no tabs.
    private static func drawn(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09...0x0D, 0x1C...0x1F, 0x85, 0x2028, 0x2029: " "
        default: scalar
        }
    }
}

extension Itemizer {
    /// The script of each cluster. Spaces, digits and marks that many scripts share take the one
    /// before them or, at the start of the text, the one that follows (UAX #24, 5.1).
    private static func scripts(of clusters: [[Unicode.Scalar]]) -> [hb_script_t] {
        let own = clusters.map { cluster in cluster.lazy.compactMap(script).first }
        var current = own.lazy.compactMap(\.self).first ?? HB_SCRIPT_COMMON
        return own.map { script in
            current = script ?? current
            return current
        }
    }

    private static func script(of scalar: Unicode.Scalar) -> hb_script_t? {
        // SAFETY: as above, HarfBuzz's own immutable functions.
        let script = unsafe hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
        return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ? nil : script
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is drawn at all, unlike joiners, direction marks and the like.
    fileprivate var isSeen: Bool { !properties.isDefaultIgnorableCodePoint }
}
