"""Writes 2,000 different labels in each of five scripts, as long as names of towns: one to three words."""

import random

SYLLABLES = {
    "Latin": "Ağ Qa ra ba ğı şu şa Gən cə Xan kən di lı bey lər Çay İs ma yıl zə rən ör tül",
    "Cyrillic": "Мос ква Гроз ный Сте па на керт бург Нов го род ский Крас но дар Ёл ки Щёл ко во Київ",
    "Armenian": "Եր և ան Գյում րի Շու շի Ար ցախ Մե ղրի Կա պան Վա նա ձոր Ստե փա նա կերտ Գո րիս",
    "Georgian": "თბი ლი სი ქუ თა ი გო რი ბა თუ მი ახ ალ ქა ლა ზუგ დი დი ფო თი რუს თა ვი",
    "Arabic": "ته ران تب ریز ار دب یل شیر از اص فه ان کر مان قا هر ة دم شق حل ب بغ داد",
}


def main() -> None:
    source = random.Random(6)
    for syllables in map(str.split, SYLLABLES.values()):
        labels: dict[str, None] = {}
        while len(labels) < 2000:
            words = ("".join(source.choices(syllables, k=source.randint(2, 4)))
                     for _ in range(source.choice([1, 1, 1, 2, 2, 3])))
            labels[" ".join(words)] = None
        print("\n".join(labels))


if __name__ == "__main__":
    main()
