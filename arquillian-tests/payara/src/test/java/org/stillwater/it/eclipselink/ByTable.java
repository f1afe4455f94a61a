package org.stillwater.it.eclipselink;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;

@Entity
public class ByTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "row_by_row")
    @TableGenerator(name = "row_by_row", allocationSize = 1)
    long id;
}
