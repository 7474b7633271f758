/// The tables that every GeoPackage has, and those of the extensions used here.
///
/// Source: OGC 12-128r17 (GeoPackage 1.3): sections 1.1 and 2.1, annexes F.3 (R-tree), F.8 (metadata)
/// and F.9 (schema); for `layer_styles`, QGIS as it saves a style to a database.
enum GeoPackageTables {
    /// The file has no name that anybody knows before it is whole, so it needs no journal. One page holds
    /// a node of the spatial index.
    static let opening = """
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -16384;
        PRAGMA application_id = 0x47504B47;
        PRAGMA user_version = 10300;
        BEGIN;
        """

    static let base = """
        CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
            organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
            identifier TEXT UNIQUE, description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
                REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL, column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
            z TINYINT NOT NULL, m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_extensions (
            table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
            definition TEXT NOT NULL, scope TEXT NOT NULL,
            CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        CREATE TABLE gpkg_metadata (
            id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
            md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
            mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
        CREATE TABLE gpkg_metadata_reference (
            reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,
            row_id_value INTEGER,
            timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
            CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
            CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
        CREATE TABLE gpkg_data_columns (
            table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,
            description TEXT, mime_type TEXT, constraint_name TEXT,
            CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
            CONSTRAINT gdc_tn UNIQUE (table_name, name));
        CREATE TABLE gpkg_data_column_constraints (
            constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT,
            min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN,
            description TEXT,
            CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
        CREATE TABLE layer_styles (
            id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
            f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
            styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
            description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME);
        INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined',
                'undefined Cartesian coordinate reference system'),
            ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined',
                'undefined geographic coordinate reference system'),
            ('WGS 84 geodetic', 4326, 'EPSG', 4326, \(SQLName.text(worldGeodeticSystem)),
                'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
        """

    /// The definition that annex G gives for EPSG 4326.
    private static let worldGeodeticSystem =
        #"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,"#
        + #"AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,"#
        + #"AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,"#
        + #"AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]"#

    /// The rows that say which extensions a layer uses.
    static func extensions(layer: String, geometry: String) -> String {
        let (metadata, schema) = ("extension_metadata", "extension_schema")
        let site = "http://www.geopackage.org/spec"
        let (table, column) = (SQLName.text(layer), SQLName.text(geometry))
        return """
            INSERT INTO gpkg_extensions VALUES
                (\(table), \(column), 'gpkg_rtree_index',
                    '\(site)120/#extension_rtree', 'write-only'),
                ('gpkg_metadata', NULL, 'gpkg_metadata', '\(site)121/#\(metadata)', 'read-write'),
                ('gpkg_metadata_reference', NULL, 'gpkg_metadata',
                    '\(site)121/#\(metadata)', 'read-write'),
                ('gpkg_data_columns', NULL, 'gpkg_schema', '\(site)121/#\(schema)', 'read-write'),
                ('gpkg_data_column_constraints', NULL, 'gpkg_schema',
                    '\(site)121/#\(schema)', 'read-write');
            """
    }

    /// The triggers that keep a spatial index true when others change the layer (annex F.3).
    static func triggers(layer: String, geometry: String, key: String) -> String {
        let tree = "rtree_\(layer)_\(geometry)"
        let (table, index) = (SQLName.quoted(layer), SQLName.quoted(tree))
        let (shape, id) = (SQLName.quoted(geometry), SQLName.quoted(key))
        func name(_ suffix: String) -> String { SQLName.quoted("\(tree)_\(suffix)") }
        let isThere = "(NEW.\(shape) NOTNULL AND NOT ST_IsEmpty(NEW.\(shape)))"
        let isGone = "(NEW.\(shape) ISNULL OR ST_IsEmpty(NEW.\(shape)))"
        let add = """
            INSERT OR REPLACE INTO \(index) VALUES (NEW.\(id), ST_MinX(NEW.\(shape)),
                ST_MaxX(NEW.\(shape)), ST_MinY(NEW.\(shape)), ST_MaxY(NEW.\(shape)));
            """
        return """
            CREATE TRIGGER \(name("insert")) AFTER INSERT ON \(table)
                WHEN (NEW.\(shape) NOT NULL AND NOT ST_IsEmpty(NEW.\(shape)))
                BEGIN \(add) END;
            CREATE TRIGGER \(name("update1")) AFTER UPDATE OF \(shape) ON \(table)
                WHEN OLD.\(id) = NEW.\(id) AND \(isThere)
                BEGIN \(add) END;
            CREATE TRIGGER \(name("update2")) AFTER UPDATE OF \(shape) ON \(table)
                WHEN OLD.\(id) = NEW.\(id) AND \(isGone)
                BEGIN DELETE FROM \(index) WHERE id = OLD.\(id); END;
            CREATE TRIGGER \(name("update3")) AFTER UPDATE ON \(table)
                WHEN OLD.\(id) != NEW.\(id) AND \(isThere)
                BEGIN DELETE FROM \(index) WHERE id = OLD.\(id); \(add) END;
            CREATE TRIGGER \(name("update4")) AFTER UPDATE ON \(table)
                WHEN OLD.\(id) != NEW.\(id) AND \(isGone)
                BEGIN DELETE FROM \(index) WHERE id IN (OLD.\(id), NEW.\(id)); END;
            CREATE TRIGGER \(name("delete")) AFTER DELETE ON \(table)
                WHEN OLD.\(shape) NOT NULL
                BEGIN DELETE FROM \(index) WHERE id = OLD.\(id); END;
            """
    }
}
