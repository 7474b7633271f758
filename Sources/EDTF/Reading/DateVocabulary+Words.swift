// The word lists, folded where they are used; see `DateTokens.fold`.

extension DateVocabulary {
    // MARK: Months

    /// English, Russian and Turkish; what is the same in two languages stands once.
    static let months = [
        "january jan январь января январе январем янв ocak oca yan հնվ",
        "february feb февраль февраля феврале февралем фев февр şubat şub fev փտվ",
        "march mar март марта марте мартом мар mart մրտ",
        "april apr апрель апреля апреле апрелем апр nisan nis ապր",
        "may май мая мае маем mayıs մյս",
        "june jun июнь июня июне июнем июн haziran haz iyn հնս",
        "july jul июль июля июле июлем июл temmuz tem iyl հլս",
        "august aug август августа августе августом авг ağustos ağu avq օգս",
        "september sep sept сентябрь сентября сентябре сентябрем сен сент eylül eyl sen սեպ սեպտ",
        "october oct октябрь октября октябре октябрем окт ekim eki okt հոկ հոկտ",
        "november nov ноябрь ноября ноябре ноябрем ноя нояб kasım kas noy նոյ",
        "december dec декабрь декабря декабре декабрем дек aralık ara դեկ դեկտ",
    ]

    static let azerbaijani =
        "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"
    static let cyrillicAzerbaijani =
        "јанвар феврал март апрел май ијун ијул август сентјабр октјабр нојабр декабр"
    static let armenian =
        "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր "
        + "դեկտեմբեր"

    // MARK: Seasons, by their EDTF numbers

    static let seasonForms: [(DateSign, String)] = [
        (.season(21), "spring весна весны весной весну bahar baharı ilkbahar ilkbaharı"),
        (.season(21), "գարուն գարնան գարնանը գարունը"),
        (.season(22), "summer лето лета летом ամառ ամռան ամռանը ամառը"),
        (.season(23), "autumn fall осень осени осенью sonbahar güz աշուն աշնան աշնանը աշունը"),
        (.season(24), "winter зима зимы зимой зиму kış kışı kışın ձմեռ ձմռան ձմռանը ձմեռը"),
    ]

    /// Stems that take the endings of Azerbaijani.
    static let azerbaijaniSeasons: [(String, [DateSign])] = [
        ("yay", [.season(22)]), ("payız", [.season(23)]), ("qış", [.season(24)]),
        ("əvvəl", [.third(1)]), ("ortas", [.third(2)]), ("son", [.third(3)]),
        // Spring in Azerbaijani and summer in Turkish, where no word beside it tells which.
        ("yaz", [.seasons(21, 22)]), ("ilin yaz", [.season(21)]),
        ("yılı yaz", [.season(22)]), ("yılının yaz", [.season(22)]),
    ]

    /// Words that say a limit by their ending.
    static let limitForms: [(String, [DateSign])] = [
        ("գարնանից", [.season(21), .ablative]), ("ամռանից", [.season(22), .ablative]),
        ("աշնանից", [.season(23), .ablative]), ("ձմռանից", [.season(24), .ablative]),
        ("սկզբից", [.third(1), .ablative]), ("կեսերից", [.third(2), .ablative]),
        ("վերջից", [.third(3), .ablative]), ("illərdən", [.years, .ablative]),
        ("illərədək", [.years, .until]), ("illərə qədər", [.years, .upTo]),
    ]

    // MARK: Endings of numbers

    static let endingLists: [(String, DateSign)] = [
        ("st nd rd th", .filler),
        ("го й я ого ом м му", .filler),
        (
            "ci cı cu cü nci ncı ncu ncü ıncı inci uncu üncü de da də te ta e a ye ya i ı u ü si sı su sü",
            .filler
        ),
        ("ҹи ҹы ҹу ҹү", .filler),
        ("ին րդ ի ում ը ինը", .filler),
        ("s", .decade), ("е х ые ых", .decade),
        ("lar ler lı li lu lü larda lerde ların lerin", .decade),
        ("ական ականներ ականների ականներին ականներից", .decade),
        ("dan dən den tan ten ից", .ablative),
        ("dək ədək", .until),
    ]

    // MARK: Words and phrases, with commas between

    static let phrases: [(String, DateSign)] = [
        // Doubt
        ("c,ca,circa,about,approx,approximately,around,roughly", .approximate),
        ("ок,около,примерно,приблизительно,приблиз,прибл", .approximate),
        ("təxminən,təqribən,təxm,təqr,тәхминән", .approximate),
        ("մոտ,շուրջ,մոտավորապես", .approximate),
        ("yaklaşık,civarında,civarı,dolaylarında,takriben", .approximate),
        ("perhaps,possibly,probably,maybe,uncertain,presumably", .uncertain),
        ("возможно,вероятно,предположительно", .uncertain),
        ("ehtimal ki,ehtimal,bəlkə,güman ki,ola bilsin", .uncertain),
        ("գուցե,հավանաբար,հնարավոր է", .uncertain),
        ("belki,muhtemelen", .uncertain),

        ("day in,day of,some day in,some day of", .someDay),
        ("month in,month of,some month in,some month of", .someMonth),

        // Parts of a year, a decade or a century
        ("early,beginning,start", .third(1)), ("mid,middle", .third(2)), ("late,end", .third(3)),
        ("начало,начала,начале,в начале", .third(1)),
        ("середина,середины,середине,в середине", .third(2)),
        ("конец,конца,конце,в конце", .third(3)),
        ("əvvəlləri,əvvəllərində", .third(1)),
        ("ortaları,ortalarında", .third(2)),
        ("sonları,sonlarında", .third(3)),
        ("սկիզբ,սկիզբը,սկզբին,սկզբներին", .third(1)),
        ("կեսեր,կեսերը,կեսերին", .third(2)),
        ("վերջ,վերջը,վերջին,վերջերին", .third(3)),
        ("başı,başları,başlarında,başında", .third(1)),

        // Limits
        ("before,prior to,earlier than", .before), ("after,later than", .after),
        ("from,с,со", .from), ("since", .since), ("until,till", .until), ("up to", .upTo),
        ("by,no later than,not later than,at the latest,не позднее,не позже,ոչ ուշ", .orEarlier),
        ("no earlier than,not earlier than,not before,не ранее,не раньше,ոչ շուտ", .orLater),
        ("or earlier,or before", .orEarlier), ("or later,or after,onwards", .orLater),
        ("between", .between),
        ("раньше,ранее", .before), ("после,позже,позднее", .after),
        ("до,по", .until), ("вплоть до", .upTo), ("и далее", .since), ("между", .between),
        ("или ранее,или раньше", .orEarlier), ("или позднее,или позже", .orLater),
        ("əvvəl,qabaq", .before), ("sonra", .after), ("ildən", .ablative),
        ("ilədək", .until), ("qədər,kimi,dək,ilə qədər,ilə kimi", .upTo),
        ("bəri", .since),
        ("arasında", .between), ("yaxud daha əvvəl,və ya daha əvvəl", .orEarlier),
        ("yaxud daha sonra,və ya daha sonra", .orLater),
        ("առաջ", .before), ("հետո", .after), ("թվականից,թվականներից", .ablative),
        ("մինչև", .until), ("ընդհուպ մինչև", .upTo), ("միջև", .between), ("ի վեր", .since),
        ("կամ ավելի վաղ", .orEarlier), ("կամ ավելի ուշ", .orLater),
        ("önce,evvel", .before), ("yılından", .ablative), ("kadar,dek", .until), ("beri", .since),

        // What joins
        ("and,и,və,ve,և,ile,ilə", .and), ("or,или,yaxud,və ya,veya,կամ", .or),
        ("to,through,thru", .dash(isTight: false)),

        // Decades and centuries
        ("century,centuries,век,века,веке,əsr,əsrin,əsrdə,դար,դարի,դարում", .century),
        ("yüzyıl,yüzyılın,yüzyılda", .century),

        // Eras
        ("bc,bce,до н э,до нашей эры,e ə,b e ə,eramızdan əvvəl,մ թ ա,mö", .bce),
        ("ad,a d,anno domini,ce,c e,н э,нашей эры,y e,b e,մ թ,ms", .ce),

        // Calendars
        ("os,o s,old style,julian,ст ст,по ст ст,по старому стилю,старый стиль", .oldStyle),
        ("köhnə stil,köhnə stillə,köhnə təqvimlə,հին տոմար,հին տոմարով,հ տ", .oldStyle),
        ("ns,n s,new style,gregorian,н ст,нов ст,по н ст,по новому стилю", .newStyle),
        ("yeni stil,yeni stillə,նոր տոմար,նոր տոմարով,ն տ", .newStyle),

        // No date
        ("undated,unknown,n d,nd,n a,none,без даты,б д,б г,неизвестно,дата неизвестна", .undated),
        ("tarixsiz,naməlum,անթվակիր,անհայտ,առանց ամսաթվի,bilinmiyor", .undated),

        // What adds nothing
        ("of,the,in,on,at,night,day,this,dated,в,на,от,числа,дня,քան", .filler),
        ("tarixli,tarixi,tarixində,tarixdə,ayı,ayının,ayında", .filler),
        ("year", .yearWord),
        ("г,гг,год,года,году,годы,годов,годах,годами", .yearWord),
        ("il,ili,ilin,ildə,ил,илин,илдә", .yearWord),
        ("illər,illəri,illərin,illərdə,илләр,yıllar,yılları,yılların,yıllarında", .years),
        ("թ,թթ,թվական,թվականի,թվականին,թվականներ,թվականների", .yearWord),
        ("yıl,yılı,yılında,yılının", .yearWord),
    ]

    static let weekdays = [
        "monday mon понедельник", "tuesday tue tues вторник", "wednesday wed среда",
        "thursday thu thurs четверг", "friday fri пятница", "saturday sat суббота",
        "sunday sun воскресенье",
    ]
}
