internal import EDTF
internal import TabularText

extension ByteText {
    /// Whether ten bytes are a day of the calendar as EDTF spells it, `1992-02-25`.
    static func isDay(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
            let century = pair(bytes, start), let year = pair(bytes, start + 2),
            let month = pair(bytes, start + 5), let day = pair(bytes, start + 8),
            month >= 1, month <= 12, day >= 1
        else { return false }
        if day <= 28 { return true }
        return day <= CalendarDay.days(inMonth: month, of: century * 100 + year)
    }

    private static func pair(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
        let tens = bytes[offset] &- 0x30
        let ones = bytes[offset + 1] &- 0x30
        return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
    }
}
