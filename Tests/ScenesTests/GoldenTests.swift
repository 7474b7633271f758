import TestSupport
import Testing

@Suite("Golden files") struct GoldenTests {
    @Test(.disabled(if: Golden.isBlessing, "it would write the missing file"))
    func `a missing file fails`() {
        withKnownIssue {
            Golden.expect("scene", named: "Scenes/there-is-no-such-file.txt")
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("no golden file") }
        }
    }

    @Test(.disabled(if: Golden.isBlessing, "it would write the wrong text"))
    func `another text fails and says which lines differ`() {
        withKnownIssue {
            Golden.expect("scene 1x1 #000000\n", named: "Scenes/sample-scene.txt")
        } matching: { issue in
            issue.comments.contains { comment in
                comment.rawValue.contains("-1: scene 240x160 #d7e3ea")
                    && comment.rawValue.contains("+1: scene 1x1 #000000")
            }
        }
    }
}
