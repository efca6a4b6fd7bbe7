-- What readers said of answers. `passages` is a JSON list of ids; `cell` is the id of a table's cell.
create table if not exists judgements (
    id integer primary key autoincrement,
    created text not null,
    question text not null,
    language text not null,
    verdict text not null,
    remark text not null,
    answered integer not null,
    answer text,
    figure text,
    cell text,
    passages text not null
);
