"""First-order units of Azerbaijan, Armenia and Georgia: ISO 3166-2 codes of the source's polygons.

The polygons of QGIS's world map carry FIPS 10-4 codes and names. Names there are not a key:
Lachin is called "Lankaran", `gn_name` of Khojaly and Khankendi is swapped, one code (AJ55)
stands for three polygons, and Sharur has an Armenian code. So each polygon is named here by its
feature number, and the tests check the outcome with towns whose district is known.

The codes are ISO 3166-2 as CLDR 41 lists them.
"""

# feature number in world_map.gpkg: ISO 3166-2 code
ISO_CODES = {
    # Azerbaijan
    6464: "AZ-ABS", 6674: "AZ-AGC", 6460: "AZ-AGM", 6673: "AZ-AGS", 4556: "AZ-AGA",
    6669: "AZ-AGU", 6467: "AZ-SR", 5053: "AZ-AST", 3853: "AZ-BA", 4675: "AZ-BAL",
    6667: "AZ-BAR", 390: "AZ-BEY", 5047: "AZ-BIL", 5051: "AZ-CAB", 5049: "AZ-CAL",
    4559: "AZ-DAS", 6142: "AZ-SBN", 5052: "AZ-FUZ", 4558: "AZ-GAD", 999: "AZ-GA",
    6462: "AZ-GOR", 1001: "AZ-GOY", 1324: "AZ-HAC", 5048: "AZ-IMI", 6670: "AZ-ISM",
    4560: "AZ-KAL", 1000: "AZ-KUR", 654: "AZ-LAN", 6148: "AZ-LA", 5050: "AZ-LER",
    656: "AZ-MAS", 8059: "AZ-MI", 8163: "AZ-NA", 657: "AZ-NEF", 4678: "AZ-OGU",
    300: "AZ-QAB", 4679: "AZ-QAX", 262: "AZ-QAZ", 1323: "AZ-QOB", 998: "AZ-QBA",
    4564: "AZ-QBI", 4680: "AZ-QUS", 6666: "AZ-SAT", 6466: "AZ-SAB", 299: "AZ-SAK",
    8164: "AZ-SA", 6146: "AZ-SAL", 997: "AZ-SMI", 6668: "AZ-SKR", 900: "AZ-SMX",
    6143: "AZ-SIY", 6144: "AZ-SM", 4563: "AZ-LAC", 6457: "AZ-SUS", 6459: "AZ-SUS",
    6461: "AZ-TAR", 4557: "AZ-TOV", 6671: "AZ-UCA", 4677: "AZ-XAC", 901: "AZ-GYG",
    996: "AZ-XIZ", 6458: "AZ-XCI", 8130: "AZ-XA", 6463: "AZ-XVD", 655: "AZ-YAR",
    6672: "AZ-YEV", 8148: "AZ-YE", 4565: "AZ-ZAN", 4676: "AZ-ZAQ", 6465: "AZ-ZAR",
    # Azerbaijan, Nakhchivan
    268: "AZ-BAB", 269: "AZ-CUL", 4570: "AZ-KAN", 899: "AZ-NV", 4572: "AZ-ORD",
    4569: "AZ-SAD", 4571: "AZ-SAH", 4566: "AZ-SAR",
    # Armenia
    1004: "AM-AG", 4568: "AM-AR", 5046: "AM-AV", 4567: "AM-GR", 1003: "AM-KT", 265: "AM-LO",
    5043: "AM-SH", 4562: "AM-SU", 1002: "AM-TV", 4561: "AM-VD", 1005: "AM-ER",
    # Georgia
    4524: "GE-AB", 4541: "GE-AJ", 8115: "GE-TB", 5479: "GE-GU", 6982: "GE-IM", 4529: "GE-KA",
    263: "GE-KK", 4528: "GE-MM", 4525: "GE-RL", 4523: "GE-SZ", 264: "GE-SJ", 4526: "GE-SK",
}

# A unit that is the sum of others: the Nakhchivan Autonomous Republic.
SUMS = {"AZ-NX": ("AZ-BAB", "AZ-CUL", "AZ-KAN", "AZ-NV", "AZ-ORD", "AZ-SAD", "AZ-SAH", "AZ-SAR")}

COUNTRIES = {"AZE": "AZ", "ARM": "AM", "GEO": "GE"}
