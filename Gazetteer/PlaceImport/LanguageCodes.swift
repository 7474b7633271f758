/// Codes of languages in two letters for those in three: BCP 47 wants the shortest.
///
/// Source: ISO 639-3, columns Id, Part2B and Part1; RFC 5646, section 2.2.1.
enum LanguageCodes {
    /// The shortest code of a language; the code itself where there is none in two letters.
    static func shortest(_ code: String) -> String {
        code.utf8.count == 3 ? pairs[code] ?? code : code
    }

    private static let pairs: [String: String] = {
        var pairs: [String: String] = [:]
        for pair in table.split(separator: " ") {
            pairs[String(pair.dropFirst(2))] = String(pair.prefix(2))
        }
        return pairs
    }()

    private static let table = """
        aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul \
        bhbih bibis bmbam bnben bobod botib brbre bsbos cacat ceche chcha cocos crcre cscze csces \
        cuchu cvchv cycym cywel dadan dedeu deger dvdiv dzdzo eeewe elell elgre eneng eoepo esspa \
        etest eueus eubaq fafas faper ffful fifin fjfij fofao frfra frfre fyfry gagle gdgla glglg gngrn \
        guguj gvglv hahau heheb hihin hohmo hrhrv hthat huhun hyhye hyarm hzher iaina idind ieile igibo \
        iiiii ikipk ioido isisl isice itita iuiku jajpn jvjav kakat kageo kgkon kikik kjkua kkkaz klkal \
        kmkhm knkan kokor krkau kskas kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin lolao ltlit \
        lulub lvlav mgmlg mhmah mimri mimao mkmkd mkmac mlmal mnmon mrmar msmsa msmay mtmlt mymya mybur \
        nanau nbnob ndnde nenep ngndo nlnld nldut nnnno nonor nrnbl nvnav nynya ococi ojoji omorm orori \
        ososs papan pipli plpol pspus ptpor quque rmroh rnrun roron rorum rurus rwkin sasan scsrd sdsnd \
        sesme sgsag sisin skslk skslo slslv smsmo snsna sosom sqsqi sqalb srsrp ssssw stsot susun svswe \
        swswa tatam tetel tgtgk ththa titir tktuk tltgl tntsn toton trtur tstso tttat twtwi tytah uguig \
        ukukr ururd uzuzb veven vivie vovol wawln wowol xhxho yiyid yoyor zazha zhzho zhchi zuzul
        """
}
