internal import CPNGShim
public import Raster

/// Reads pictures from PNG files.
public enum PNGDecoder {
    /// The picture of a file: any colour type and depth, brought to eight bits a channel, and
    /// interlaced files too. Gamma and colour profiles are not applied.
    ///
    /// Throws when the file is broken anywhere, or has more than `limit` pixels; that is checked
    /// before memory is taken for them, so a small file cannot ask for much.
    public static func decode(
        _ file: [UInt8], limit: Int = 100_000_000
    ) throws(PNGDecodingError) -> PixelBuffer {
        let (width, height) = try size(of: file)
        // Neither side is over 2³¹ - 1, so the product fits.
        guard width * height <= limit else {
            throw .tooLarge(width: width, height: height, limit: limit)
        }
        var message = Message()
        var status: Int32 = -1
        var buffer = PixelBuffer(
            width: width, height: height, color: Color(red: 0, green: 0, blue: 0, alpha: 0))
        // SAFETY: libpng reads `file` and writes `buffer.bytes` during the call only, within the
        // counts it is given.
        unsafe file.withUnsafeBufferPointer { file in
            unsafe buffer.bytes.withUnsafeMutableBufferPointer { pixels in
                status = unsafe message.fill {
                    unsafe cpng_decode(
                        file.baseAddress, file.count, pixels.baseAddress, pixels.count, $0)
                }
            }
        }
        guard status == 0 else { throw .libpng(message.text) }
        return buffer
    }

    /// The width and height that a file says it has.
    private static func size(of file: [UInt8]) throws(PNGDecodingError) -> (Int, Int) {
        var message = Message()
        var (width, height): (UInt32, UInt32) = (0, 0)
        // SAFETY: libpng reads `file` during the call only, within the count it is given.
        let status = unsafe file.withUnsafeBufferPointer { file in
            unsafe message.fill {
                unsafe cpng_read_size(file.baseAddress, file.count, &width, &height, $0)
            }
        }
        guard status == 0 else { throw .libpng(message.text) }
        return (Int(width), Int(height))
    }
}
