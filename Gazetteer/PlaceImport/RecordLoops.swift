internal import Diagnostics
internal import Places
internal import TabularText

/// An importer whose records are values of a JSON text.
protocol JSONImporter: PlaceImporter {
    var log: ImportLog { get set }
    var records: JSONRecords { get set }
    /// The place that a record tells of.
    mutating func place(_ record: JSONRecord) throws(RecordFault) -> Place
}

extension JSONImporter {
    /// The next place that can be read; nil at the end. What cannot is passed over and told.
    mutating func nextPlace() throws(FileFault) -> Place? {
        while let taken = try records.next(number: log.records + 1) {
            log.beginRecord()
            switch taken {
            case .broken(let diagnostic, _): log.passOver(diagnostic)
            case .value(let value, let text, let offset):
                let record = JSONRecord(
                    value: value, source: text, offset: offset, number: log.records)
                do throws(RecordFault) {
                    return try place(record)
                } catch {
                    log.passOver(record.diagnostic(.error, error))
                }
            }
        }
        return nil
    }
}

/// An importer whose records are rows of a table.
protocol TableImporter: PlaceImporter {
    var log: ImportLog { get set }
    var records: TableRecords { get set }
    /// The place that a record tells of; what is found on the way stays with the record.
    func place(_ record: inout TableRecord) -> Result<Place, ColumnFault>
}

extension TableImporter {
    /// The next place that can be read; nil at the end. What cannot is passed over and told.
    mutating func nextPlace() throws(FileFault) -> Place? {
        while let step = try records.next(number: log.records + 1) {
            log.beginRecord()
            switch step {
            case .broken(let diagnostic): log.passOver(diagnostic)
            case .record(var record):
                let place = place(&record)
                for finding in record.findings { log.add(finding) }
                switch place {
                case .success(let place): return place
                case .failure(let fault):
                    log.passOver(record.diagnostic(.error, fault.fault, at: fault.sense))
                }
            }
        }
        return nil
    }
}
