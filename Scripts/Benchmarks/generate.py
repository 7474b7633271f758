#!/usr/bin/env python3
"""Writes tables of events that are the same on every machine.

  generate.py points N FILE.csv     coordinates and six properties a row
  generate.py points N FILE.geojson the same as a feature collection
  generate.py ged N FILE.csv        the published columns of the UCDP Georeferenced Event Dataset,
                                    with invented values
  generate.py names N FILE.csv      the points without coordinates: places by their names
  generate.py words N FILE.csv      places by their names, dates and figures as people write them

The places are towns of the South Caucasus, 7 of 10 points lie around one of them, the rest anywhere
between 43 and 51 degrees east and 38 and 42.5 north.
"""
import datetime
import json
import random
import sys

TOWNS = [
    ("Bakı", 49.867, 40.409, "AZ"), ("Gəncə", 46.361, 40.682, "AZ"), ("Şəki", 47.170, 41.192, "AZ"),
    ("Xankəndi", 46.752, 39.815, "AZ"), ("Şuşa", 46.750, 39.760, "AZ"), ("Ağdam", 46.930, 39.991, "AZ"),
    ("Laçın", 46.546, 39.641, "AZ"), ("Kəlbəcər", 46.037, 40.102, "AZ"), ("Naxçıvan", 45.412, 39.209, "AZ"),
    ("Երևան", 44.513, 40.178, "AM"), ("Գյումրի", 43.845, 40.789, "AM"), ("Վանաձոր", 44.488, 40.813, "AM"),
    ("Գորիս", 46.343, 39.511, "AM"), ("თბილისი", 44.793, 41.693, "GE"), ("ქუთაისი", 42.700, 42.250, "GE"),
]
CATEGORIES = ["battle", "protest", "treaty", "visit", "flood", "quake", "fire", "market"]
FIRST_DAY = datetime.date(1900, 1, 1)


def events(count):
    chance = random.Random(1988)
    for number in range(1, count + 1):
        name, x, y, country = chance.choice(TOWNS)
        if chance.random() < 0.7:
            x, y = chance.gauss(x, 0.25), chance.gauss(y, 0.25)
        else:
            x, y = chance.uniform(43, 51), chance.uniform(38, 42.5)
        day = FIRST_DAY + datetime.timedelta(days=chance.randrange(36500))
        yield number, x, y, day, chance.choice(CATEGORIES), name, country, chance.randrange(1, 10000) / 100


def points_csv(count, file):
    file.write("lon,lat,id,date,category,place,country,weight\n")
    for number, x, y, day, category, name, country, weight in events(count):
        file.write(f"{x:.5f},{y:.5f},{number},{day},{category},{name},{country},{weight:.2f}\n")


def names_csv(count, file):
    file.write("id,date,category,place,weight\n")
    for number, _, _, day, category, name, _, weight in events(count):
        file.write(f"{number},{day},{category},{name},{weight:.2f}\n")


def points_geojson(count, file):
    file.write('{"type":"FeatureCollection","features":[')
    for number, x, y, day, category, name, country, weight in events(count):
        feature = {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [round(x, 5), round(y, 5)]},
            "properties": {"id": number, "date": str(day), "category": category, "place": name,
                           "country": country, "weight": weight},
        }
        text = json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
        file.write(("\n" if number == 1 else ",\n") + text)
    file.write("\n]}\n")


GED = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
    "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,"
    "latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,"
    "date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob")


def ged_csv(count, file):
    file.write(GED + "\n")
    chance = random.Random(1992)
    for number, x, y, day, category, name, country, weight in events(count):
        end = day + datetime.timedelta(days=chance.choice([0, 0, 0, 1, 6]))
        best = int(weight)
        row = {
            "id": number, "relid": f"{country}-{day.year}-1-{number}", "year": day.year,
            "active_year": 1, "code_status": "Clear", "type_of_violence": chance.randrange(1, 4),
            "conflict_name": "Invented: one", "dyad_name": "Side one - Side two",
            "side_a": "Side one", "side_b": "Side two", "number_of_sources": chance.randrange(1, 5),
            "source_article": f'"""An agency,{day},A headline, with a comma"""',
            "source_office": "An agency", "source_date": day, "source_headline": "A headline",
            "where_prec": chance.randrange(1, 6), "where_coordinates": name,
            "where_description": f"{name} town", "latitude": f"{y:.6f}", "longitude": f"{x:.6f}",
            "geom_wkt": f"POINT ({x:.6f} {y:.6f})", "country": country, "region": "Europe",
            "event_clarity": 1, "date_prec": 1, "date_start": f"{day} 00:00:00.000",
            "date_end": f"{end} 00:00:00.000", "deaths_a": 0, "deaths_b": 0,
            "deaths_civilians": best, "deaths_unknown": 0, "best": best, "high": best + 2,
            "low": max(0, best - 1),
        }
        file.write(",".join(str(row.get(column, "")) for column in GED.split(",")) + "\n")


PLACES = [name for name, _, _, _ in TOWNS] + [
    "Baku", "Shusha", "Agdam", "Ganja", "Nakhchivan", "Yerevan", "Tbilisi", "near Agdam", "near Shusha",
    "10 km north of Ganja", "between Shusha and Lachin", "Gori; Tbilisi", "Baku -> Ganja",
]
FIGURES = ["613", "~500", "<40", "6500-7000", ">250000", "3", "12", "~80", ""]


def words_csv(count, file):
    file.write("id,date,place,category,killed,wounded,reported_by,source,remark\n")
    chance = random.Random(2020)
    for number, _, _, day, category, _, country, _ in events(count):
        date = f"{day.day} {day:%B} {day.year}" if chance.random() < 0.9 else f"{day:%B} {day.year}"
        file.write(
            f"{number},{date},{chance.choice(PLACES)},{category},{chance.choice(FIGURES)},"
            f"{chance.choice(FIGURES)},An agency,https://example.org/{number % 1000},{country}\n")


def main():
    kind, count, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with open(name, "w", encoding="utf-8") as file:
        if kind == "ged":
            ged_csv(count, file)
        elif kind == "names":
            names_csv(count, file)
        elif kind == "words":
            words_csv(count, file)
        elif name.endswith(".geojson"):
            points_geojson(count, file)
        else:
            points_csv(count, file)


main()
