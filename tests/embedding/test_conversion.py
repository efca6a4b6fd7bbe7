import json
from pathlib import Path

from qa_service.embedding.conversion import make_tokenizer
from qa_service.embedding.packed import Packed

# Characters younger than the table, or that the model's authors kept apart on purpose.
_KNOWN_DIFFERENCES = {"\uff5e", "\U0001f23b"}


def test_the_normaliser_equals_the_table_for_every_character(packed: Packed) -> None:
    normalise = make_tokenizer(packed).normalizer.normalize_str
    characters = (chr(point) for point in range(0x110000) if not 0xD800 <= point < 0xE000)
    different = {
        character
        for character in characters
        if normalise(f".{character}.") != f".{packed.normalisation.get(character, character)}."
    }
    assert different == _KNOWN_DIFFERENCES


def test_the_folder_is_a_standard_one_with_the_models_own_prompts(folder: Path) -> None:
    prompts = json.loads((folder / "config_sentence_transformers.json").read_bytes())["prompts"]
    assert prompts == {"query": "query: ", "document": "passage: "}
    kinds = [
        module["type"].rpartition(".")[2] for module in json.loads((folder / "modules.json").read_bytes())
    ]
    assert kinds == ["Transformer", "Pooling", "Normalize"]
    assert (folder / "model.safetensors").stat().st_size > 4e8
