package org.stillwater.it.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

/** Each asks the table: numbers in advance would hide that. */
@Entity
@Table(name = "by_table")
public class ByTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "by_table")
    @TableGenerator(
            name = "by_table",
            table = "catalogue_numbers",
            pkColumnName = "numbered",
            valueColumnName = "next_number",
            pkColumnValue = "by_table",
            allocationSize = 1)
    private long id;
}
