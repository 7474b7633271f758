/// Keeps the answers to questions, for those who try one layout after another and ask most things again.
///
/// One owner, one layout: it is not shared, and ends with it.
final class Memo<Question: Hashable, Answer> {
    private var answers: [Question: Answer] = [:]

    /// The answer that is known, or else the one that is found now.
    func answer(_ question: Question, _ find: () -> Answer) -> Answer {
        if let known = answers[question] { return known }
        let found = find()
        answers[question] = found
        return found
    }
}
