internal import NameFolding

/// Words of the languages around the region that are the name of some town somewhere: in small letters
/// they are the word.
///
/// `Nice` is a city and `nice` is none; but `baku` is Baku. A list, not a rule, since the letters do not
/// tell: function words, words of directions, ground, settlements, months, war and people. Nor is any
/// of them, in whatever letters, another name with a slip: `Mountain` is spelled right.
enum CommonWords {
    /// Whether a fold is that of such a word.
    static func contains(fold: [UInt8]) -> Bool { folds.contains(fold) }

    private static let folds: Set<[UInt8]> = {
        var folds: Set<[UInt8]> = []
        for list in [english, azerbaijaniAndTurkish, russian, armenian, georgian, persian] {
            for word in list.split(separator: " ") { folds.insert(NameFolder.fold(word)) }
        }
        return folds
    }()

    private static let english = """
        a about after again against air airport all along also among an and any april area army arrived at \
        attack attacked august autumn away back bank bar base bath battle bay be bear been before behind bell \
        best better between big bird black blue boat border born both bra brave bridge bright brother brown \
        building bush but by call camp can captured car case cattle ceasefire central century child children \
        church cities city civilians clear close coast cold come commerce corner council country court cross \
        cut date daughter day dead deal december deep died district door down dry during each eagle early \
        earth east eastern end enough even ever every eye fall family far farm father february few field \
        fifty fight fighting fire first five flat foot for forest fort found four free friday friend from \
        front full gate gave go gold gone good government grand grave great green ground group had hall hand \
        happy hard has have he head held help her here high hill him his holy home hope hospital hot hour \
        house how hundred hunter i if in independence into iron is island it its january journal july june \
        just keep killed king lady lake land large last late law lens less let letter liberty life like line \
        little live long lost love low made main male man many march market massacre may me meadow men \
        middle mile mill mine mobile monday month moon more morning most mother mountain move much my name \
        near new next nice night nine no none normal north northern not november now number october of off \
        often old on once one only open or orange order other our out over own page palm paradise park part \
        party peace people place plain plane plant police pond pool port post power president price prince \
        prison progress put queen quick quiet race rain ran reading red refugees region republic rest rice \
        rich ridge rifle right river road rock room rose round royal same sand saturday school sea season \
        second see september seven several shade shall she ship shop shore short should side silver since \
        sister six sky small snow so soldier soldiers some son soon south southern spark split spring square \
        star state station still stone stop storm street strong success such summer sun sunday sure table \
        take tell ten than that the their them then there these they thing third this three through thursday \
        time to today together too top total tower town trail train tree troops true tuesday turn two under \
        union unit university unknown until up upper us valley various very village villages walk wall war \
        was water way we wednesday week well went were west western what when where which white who whole \
        why wide wild will wind winter with woman women wood word work world wounded year yes you young your
        """

    private static let azerbaijaniAndTurkish = """
        adam akşam alay anlaşma ara arası armiya asker askeri ateş atəş axın axşam aşağı baba bağ barış baş başçı \
        batalyon bayraq birlik bitki bölge bölgə böyüdü cavan cəbhə cinayət cümhuriyet çatışma çocuk dava davam \
        dəstə dövlət döyüş döyüşlər düşman düşmən əhali əmr ərazi əsgər əsir ev faciə gecə göç hərb hərbçi hərbi \
        hücum insan işğal itki karakol kayıp kişi komutan kömək köçkün maşın məhəllə məlumat mərmi mina \
        mühasirə mülki nüfus nəfər olay ordu oğlan partiya plan polis qaçqın qadın qan qız qoşun qüvvə raket \
        saldırı savaşı saat səhər səlahiyyət silah sivil sürgün şəhid şirkət tank tarix tərəf top uşaq vilayet \
        xalq xəbər xəstəxana yaralı yardım yüksək zabit zaman zərbə \
        bağ bazar bazarlıq bina böyük bu bulaq cənub çay çöl da daş dağ də deniz dere dəniz dərə ev evi \
        gün günü göl hava il ilə için iki kiçik kilsə kilise körpü köprü küçə kənd kəndi köy köyü məktəb \
        meşə meydan mərkəz mərz müharibə nehir okul orman orta qala qəsəbə qışlaq qərb qərargah rayon \
        respublika savaş sərhəd sınır sokak su sülh şəhər şəhəri şərq şimal tarla təpə torpaq üçün və ve \
        yeni yer yol yolu
        """

    private static let russian = """
        автобус автомобиль атака беженец беженцы бои больные боевик вечер взрыв власть власти вода военные \
        войска войско враг время группа дети договор документ друг женщина жертва жертвы житель жители \
        закон зона комитет конфликт машина мина министр мирные место население народ наступление ночь \
        обстрел округ операция оружие отряд партия плен пленный погибшие полиция полк помощь пост \
        правительство президент раненые ракета решение самолёт солдат солдаты сторона таблица танк трасса \
        убитые удар утро человек части часть школа штаб штурм эвакуация \
        армия батальон берег больница большой бой в вода война восток все где год гора горы город границе \
        граница двор день деревня до дом дорога за завод запад земля зима и из к как край красный лес лето \
        мал малый март мечеть мир море мост на не новый нет но о обл озеро октябрь он она от перевал поле по \
        площадь под посёлок пост при рабочий район река республика родник рота рынок с сад север село склад \
        старый степь столб страна также там то у улица церковь что школа это юг
        """

    private static let armenian = """
        ազատ ազգ այգի այսօր անձ անուն բնակիչ գիշեր գնդակ երեխա երկիր զենք զինվոր զոհ թշնամի ժամ ժողովուրդ \
        խաղաղություն կառավարություն կին կռիվ հարձակում հրետանի մահ մարդ մարտ նախագահ շրջան ոստիկան \
        պաշտպանություն վիրավոր տարի տղամարդ փախստական օգնություն \
        ամառ արևելք արևմուտք բանակ բլուր գետ գյուղ գյուղը դաշտ դպրոց եկեղեցի է եւ և էր լեռ լիճ կամուրջ \
        հարավ հիվանդանոց հյուսիս հող հրապարակ ճանապարհ մարզ մեծ նոր պատերազմ սահման տուն փոքր փողոց \
        քաղաք քաղաքը օր ու
        """

    private static let georgian = """
        ადამიანი არმია ბავშვი ბანაკი დევნილი დღე დრო თავდასხმა იარაღი კაცი ლტოლვილი მოსახლეობა ომის პოლიცია \
        ქალი ღამე ჯარი ჯარისკაცი წელი ხალხი \
        ახალი აღმოსავლეთი ბაზარი გზა დასავლეთი და დიდი ეკლესია ზღვა მთა მდინარე ომი პატარა რაიონი სახლი \
        საზღვარი სკოლა სოფელი სამხრეთი ტბა ტყე ქალაქი ქუჩა ჩრდილოეთი ხიდი
        """

    private static let persian = """
        ارتش اسلحه امروز بیمارستان تانک حمله خانواده دشمن دولت روز زخمی زن سال سرباز شب صلح کودک مرد مردم \
        نیروها هواپیما \
        آب بازار باغ جنگ خانه خیابان دریا دریاچه دشت راه رود روستا شرق شمال شهر جنوب غرب کوه مدرسه مرز \
        مسجد و
        """
}
