import Testing

@testable import Typesetting

@Suite("Line cache") struct LineCacheTests {
    @Test func `holds no more than its capacity and keeps what is in use`() throws {
        let typesetter = try Typesetter()
        var cache = LineCache(capacity: 8)
        let line = typesetter.line("in use", style: designStyle())
        cache.insert(line, for: key("in use"))
        for number in 0..<100 {
            cache.insert(typesetter.line("\(number)", style: designStyle()), for: key("\(number)"))
            #expect(cache.count <= 8)
            #expect(cache.line(for: key("in use")) == line)
        }
        #expect(cache.line(for: key("0")) == nil)
        #expect(cache.line(for: key("99")) != nil)
    }

    @Test func `an equal spelling in other scalars is another line`() throws {
        let typesetter = try Typesetter()
        var cache = LineCache(capacity: 8)
        cache.insert(typesetter.line("\u{E9}", style: designStyle()), for: key("\u{E9}"))
        #expect(cache.line(for: key("e\u{301}")) == nil)
        #expect(cache.line(for: key("\u{E9}")) != nil)
    }

    private func key(_ text: String) -> LineCache.Key {
        LineCache.Key(text: text, style: designStyle(), direction: .automatic)
    }
}
